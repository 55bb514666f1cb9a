package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.video.Ffmpeg;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes videos with the bundled encoder. */
public final class Clips {
  private static final String SIDE = "scale=320:320,setsar=1";

  private Clips() {}

  /** A portrait that stays for a time. */
  public static Path portrait(Path output, Photos photo, double seconds, String codec)
      throws Exception {
    return make(
        output,
        List.of("-loop", "1", "-framerate", "10", "-t", Double.toString(seconds)),
        still(output, photo),
        List.of("-vf", SIDE + ",format=yuv420p", "-c:v", codec, "-b:v", "1M"));
  }

  /** A portrait, gray for a time, and the portrait again. */
  static Path awayAndBack(Path output, Photos photo, double seen, double away, double again)
      throws Exception {
    Path still = still(output, photo);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-loop", "1", "-framerate", "10", "-t", "" + seen));
    arguments.addAll(List.of("-i", still.toString(), "-f", "lavfi", "-t", "" + away));
    arguments.addAll(List.of("-i", "color=c=gray:s=320x320:r=10"));
    arguments.addAll(List.of("-loop", "1", "-framerate", "10", "-t", "" + again));
    return make(
        output,
        arguments,
        still,
        List.of(
            "-filter_complex",
            "[0:v]%s[a];[2:v]%s[c];[a][1:v][c]concat=n=3:v=1,format=yuv420p".formatted(SIDE, SIDE),
            "-c:v",
            "mpeg4",
            "-b:v",
            "1M"));
  }

  /** A test pattern, which has no faces. */
  static Path pattern(Path output, String size, double seconds, int framesPerSecond)
      throws Exception {
    return make(
        output,
        List.of("-f", "lavfi"),
        Path.of("testsrc=d=%s:s=%s:r=%d".formatted(seconds, size, framesPerSecond)),
        List.of("-c:v", "mpeg4"));
  }

  /** A test pattern in any codec. */
  public static Path pattern(
      Path output, String size, double seconds, int framesPerSecond, String codec, String pixels)
      throws Exception {
    return make(
        output,
        List.of("-f", "lavfi"),
        Path.of("testsrc=d=%s:s=%s:r=%d".formatted(seconds, size, framesPerSecond)),
        List.of("-pix_fmt", pixels, "-c:v", codec));
  }

  /** Whatever options make of an input. */
  static Path make(Path output, List<String> before, Path input, List<String> after)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Ffmpeg.bundled().ffmpeg().toString());
    command.addAll(List.of("-nostdin", "-v", "error", "-y"));
    command.addAll(before);
    command.addAll(List.of("-i", input.toString()));
    command.addAll(after);
    command.add(output.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(command.toString()).isZero();
    return output;
  }

  private static Path still(Path output, Photos photo) throws Exception {
    return Files.write(output.resolveSibling(output.getFileName() + ".jpg"), photo.jpeg());
  }
}
