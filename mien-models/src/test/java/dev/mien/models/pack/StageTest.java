package dev.mien.models.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTest {
  @TempDir Path folder;
  private final AtomicInteger runs = new AtomicInteger();
  private Path input;
  private Path output;

  @BeforeEach
  void writeInput() throws IOException {
    input = Files.writeString(folder.resolve("input"), "1");
    output = folder.resolve("output");
  }

  @Test
  void aStageRunsOnceWhileNothingChanges() throws IOException {
    run();
    run();

    assertThat(runs).hasValue(1);
  }

  @Test
  void aChangedInputRunsItAgain() throws IOException {
    run();
    Files.writeString(input, "2");
    run();

    assertThat(runs).hasValue(2);
  }

  @Test
  void aDamagedOrMissingOutputIsMadeAgain() throws IOException {
    run();
    Files.writeString(output, "damaged");
    run();
    Files.delete(output);
    run();

    assertThat(runs).hasValue(3);
    assertThat(output).hasContent("made from 1");
  }

  @Test
  void aStageThatFailedIsNotCurrent() throws IOException {
    run();
    Files.writeString(input, "2");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                stage()
                    .runIfNeeded(
                        () -> {
                          throw new IOException("disk full");
                        }));

    Files.writeString(input, "1");
    assertThat(stage().isCurrent()).isFalse();
  }

  private void run() throws IOException {
    stage()
        .runIfNeeded(
            () -> {
              runs.incrementAndGet();
              Files.writeString(output, "made from " + Files.readString(input));
            });
  }

  private Stage stage() {
    return new Stage(folder.resolve("stamps/stage"), List.of(input), List.of(output));
  }
}
