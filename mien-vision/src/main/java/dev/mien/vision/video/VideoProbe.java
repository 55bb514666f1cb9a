package dev.mien.vision.video;

import dev.mien.vision.video.VideoException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Reads a video's header and holds it against the limits. Thread-safe. */
final class VideoProbe {

  /** A header is read in milliseconds; a file that takes longer is built to. */
  private static final Duration TIME_MAX = Duration.ofSeconds(10);

  /** Of what is asked for, a report has a few hundred bytes. */
  private static final int REPORT_BYTES_MAX = 1 << 16;

  private final Ffmpeg programs;

  VideoProbe(Ffmpeg programs) {
    this.programs = programs;
  }

  VideoInfo probe(Path file, VideoLimits limits, VideoWork work) throws VideoException {
    checkSize(file, limits);
    VideoInfo info = ProbeReport.parse(run(file, work));
    limits.require(info);
    return info;
  }

  private static void checkSize(Path file, VideoLimits limits) throws VideoException {
    try {
      long bytes = Files.size(file);
      if (bytes > limits.maxBytes()) {
        throw new VideoException(
            Problem.TOO_LARGE,
            "the file has %d bytes, at most %d are accepted".formatted(bytes, limits.maxBytes()));
      }
    } catch (IOException e) {
      throw new VideoException(Problem.NOT_A_VIDEO, "the file cannot be read", e);
    }
  }

  private byte[] run(Path file, VideoWork work) throws VideoException {
    try (ChildProcess child =
        new ChildProcess(
            programs.start(programs.ffprobe(), List.of(), file, ProbeReport.OPTIONS, TIME_MAX),
            TIME_MAX,
            work)) {
      byte[] text = child.output().readNBytes(REPORT_BYTES_MAX + 1);
      if (text.length > REPORT_BYTES_MAX) {
        // Who waited for the end of a child whose output nobody takes would wait in vain.
        throw new VideoException(Problem.NOT_A_VIDEO, "the file's header is too long");
      }
      if (child.exitCode() != 0) {
        work.check();
        throw new VideoException(
            child.isTimedOut() ? Problem.TOO_SLOW : Problem.NOT_A_VIDEO,
            "the file is no readable MP4, MOV, MKV, WebM or AVI video");
      }
      return text;
    } catch (IOException e) {
      throw new VideoException(Problem.NOT_A_VIDEO, "the file's header cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VideoException(Problem.TOO_SLOW, "interrupted", e);
    }
  }
}
