package dev.mien.vision.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes videos with the bundled encoder. */
final class Clips {

  private Clips() {}

  /** Runs ffmpeg with these arguments before the output file. */
  static Path make(Path output, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Ffmpeg.bundled().ffmpeg().toString());
    command.addAll(List.of("-nostdin", "-v", "error", "-y"));
    command.addAll(List.of(arguments));
    command.add(output.toString());
    run(command);
    return output;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  /**
   * A person, away for a time, and back: a photo, gray, the photo again.
   *
   * @param codec an encoder's name
   */
  static Path comeAndGo(
      Path output, Path photo, String codec, double seen, double away, double seenAgain)
      throws Exception {
    String size = "scale=640:480:force_original_aspect_ratio=increase,crop=640:480,setsar=1";
    return make(
        output,
        "-loop",
        "1",
        "-framerate",
        "25",
        "-t",
        Double.toString(seen),
        "-i",
        photo.toString(),
        "-f",
        "lavfi",
        "-t",
        Double.toString(away),
        "-i",
        "color=c=gray:s=640x480:r=25",
        "-loop",
        "1",
        "-framerate",
        "25",
        "-t",
        Double.toString(seenAgain),
        "-i",
        photo.toString(),
        "-filter_complex",
        "[0:v]" + size + "[a];[2:v]" + size + "[c];[a][1:v][c]concat=n=3:v=1,format=yuv420p",
        "-c:v",
        codec,
        "-b:v",
        "2M");
  }
}
