package dev.mien.evaluate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.evaluate.report.Failure;
import dev.mien.vision.embed.Embedding;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {
  private static final String PHOTO = "sample1.jpg";

  @TempDir Path folder;

  @Test
  void every_picture_is_measured_once_or_listed_with_the_reason() throws Exception {
    copyPhoto();
    Files.writeString(folder.resolve("text.jpg"), "no picture");
    Files.write(folder.resolve("huge.jpg"), new byte[4_000_000]);
    StringWriter told = new StringWriter();
    Console console = new Console(new PrintWriter(told), false);

    try (Pipeline pipeline = Pipeline.open(Optional.empty(), folder, new Crew(2), console)) {
      Batch<Embedding> batch =
          pipeline.embeddings(List.of(PHOTO, "text.jpg", PHOTO, "absent.jpg", "huge.jpg"), "3.0");

      assertThat(batch.values()).containsOnlyKeys(PHOTO);
      assertThat(batch.failures().pictures()).isEqualTo(4);
      assertThat(batch.failures().list())
          .extracting(Failure::path)
          .containsExactly("text.jpg", "absent.jpg", "huge.jpg");
      assertThat(batch.failures().byReason())
          .containsOnlyKeys(
              "the picture is refused: NOT_AN_IMAGE",
              "there is no such file",
              "the file is larger than the server takes");
    }
    assertThat(told.toString()).contains("4 of 4 pictures, 3 failed");
  }

  @Test
  void what_fails_in_a_crew_s_work_is_thrown_to_the_caller() {
    assertThatThrownBy(
            () ->
                new Crew(3)
                    .forEach(
                        1000,
                        i -> {
                          if (i == 500) {
                            throw new IllegalStateException("work " + i);
                          }
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("work 500");
  }

  private void copyPhoto() throws IOException {
    try (InputStream stream =
        PipelineTest.class.getResourceAsStream("/dev/mien/models/photos/" + PHOTO)) {
      Files.copy(stream, folder.resolve(PHOTO));
    }
  }
}
