package dev.mien.vision.video;

import dev.mien.vision.video.VideoException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/**
 * The decoder: {@code ffmpeg} and {@code ffprobe}, always as child processes, so that a hostile
 * file can at worst end a process that holds nothing. Immutable and thread-safe.
 *
 * @param ffmpeg the program that decodes
 * @param ffprobe the program that reads headers
 */
public record Ffmpeg(Path ffmpeg, Path ffprobe) {

  /** Address space of a child: decoding 4,096 x 4,096 pixels with its reference frames fits. */
  private static final long MEMORY_KIBIBYTES_MAX = 4L << 20;

  /** Threads of a decoder. */
  static final int THREADS = 2;

  /** Containers by the names of their demuxers: MP4 and MOV, Matroska and WebM, AVI. */
  private static final String DEMUXERS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi";

  /** Codecs that are accepted, as they are called in reports. */
  static final List<String> CODECS =
      List.of("h264", "hevc", "vp8", "vp9", "mpeg4", "msmpeg4v3", "mjpeg", "av1");

  /** Decoders that may run, as they are called themselves; no other codec is opened. */
  private static final String DECODERS =
      "h264,hevc,vp8,vp9,mpeg4,msmpeg4,mjpeg,libdav1d,libaom-av1";

  /**
   * The programs that come with Mien, unpacked on first use into the user's cache.
   *
   * @throws VideoException when there are none for this platform
   */
  public static Ffmpeg bundled() throws VideoException {
    try {
      Path library = Path.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
      Path probe = Path.of(Loader.load(org.bytedeco.ffmpeg.ffprobe.class));
      return new Ffmpeg(library, probe);
    } catch (UnsatisfiedLinkError | RuntimeException e) {
      throw new VideoException(
          Problem.DECODER_MISSING,
          "the bundled ffmpeg has no programs for this platform; set the path of an installed one",
          e);
    }
  }

  /**
   * Installed programs.
   *
   * @param ffmpeg the program; {@code ffprobe} must lie beside it
   * @throws VideoException when one of them is not there
   */
  public static Ffmpeg installed(Path ffmpeg) throws VideoException {
    Path probe = ffmpeg.resolveSibling("ffprobe");
    for (Path program : List.of(ffmpeg, probe)) {
      if (!Files.isExecutable(program)) {
        throw new VideoException(Problem.DECODER_MISSING, program + " is not a program");
      }
    }
    return new Ffmpeg(ffmpeg, probe);
  }

  /**
   * A child that may read the one file and nothing else, with its memory capped, and its processor
   * time too: it ends even when this process is killed and cannot see to it.
   *
   * @param time how long it will be let run
   */
  Process start(Path program, List<String> options, Path file, List<String> more, Duration time)
      throws VideoException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/bin/sh"))) {
      command.addAll(
          List.of(
              "/bin/sh",
              "-c",
              // One limit each: dash, the shell of Debian, takes no more at a time.
              "ulimit -v %d; ulimit -t %d; exec \"$0\" \"$@\""
                  .formatted(MEMORY_KIBIBYTES_MAX, THREADS * (Math.max(0, time.toSeconds()) + 1))));
    }
    command.add(program.toString());
    command.addAll(options);
    command.addAll(List.of("-v", "error", "-protocol_whitelist", "file"));
    command.addAll(List.of("-format_whitelist", DEMUXERS, "-codec_whitelist", DECODERS));
    // A name that begins with a scheme would be opened as one.
    command.addAll(List.of("-i", "file:" + file.toAbsolutePath()));
    command.addAll(more);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LD_LIBRARY_PATH", "TMPDIR"));
    builder.redirectInput(ProcessBuilder.Redirect.from(NULL_DEVICE.toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new VideoException(Problem.DECODER_MISSING, "cannot start the video decoder", e);
    }
  }

  private static final Path NULL_DEVICE = Path.of("/dev/null");
}
