package dev.mien.vision.video;

import dev.mien.vision.image.Image;
import dev.mien.vision.video.VideoException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A video's pictures at even times, decoded by a child process as they are asked for: it waits when
 * the pipe is full. For one thread.
 */
final class FrameSource implements AutoCloseable {

  /** Faces worth tracking are large: a picture's longer side is brought down to this. */
  private static final int LONG_SIDE_MAX = 1280;

  private static final int SAMPLE_BYTES = 3;

  private final ChildProcess child;
  private final InputStream pixels;
  private final int width;
  private final int height;
  private final VideoLimits limits;
  private final VideoWork work;
  private int frames;

  FrameSource(
      Ffmpeg programs, Path file, VideoInfo info, VideoLimits limits, Duration time, VideoWork work)
      throws VideoException {
    double scale = Math.min(1, (double) LONG_SIDE_MAX / Math.max(info.width(), info.height()));
    this.width = Math.max(1, (int) Math.round(info.width() * scale));
    this.height = Math.max(1, (int) Math.round(info.height() * scale));
    this.limits = limits;
    this.work = work;
    String filter =
        "fps=%d:start_time=0,scale=%d:%d:flags=area,setsar=1"
            .formatted(limits.samplesPerSecond(), width, height);
    List<String> output =
        List.of(
            "-map",
            "0:v:0",
            "-vf",
            filter,
            "-pix_fmt",
            "rgb24",
            "-f",
            "rawvideo",
            "-t",
            Long.toString(limits.maxDuration().toSeconds() + 1),
            "pipe:1");
    List<String> input =
        List.of(
            "-nostdin",
            "-threads",
            Integer.toString(Ffmpeg.THREADS),
            "-max_pixels",
            Long.toString(maxPixels(limits)));
    this.child =
        new ChildProcess(programs.start(programs.ffmpeg(), input, file, output, time), time, work);
    this.pixels = child.output();
  }

  private static long maxPixels(VideoLimits limits) {
    return (long) limits.maxSide() * limits.maxSide();
  }

  /** Width of the pictures against that of the video, at most 1. */
  double scale(VideoInfo info) {
    return (double) width / info.width();
  }

  /**
   * The next picture, or empty after the last one.
   *
   * @throws VideoException when the time is over, or nothing at all could be decoded
   */
  Optional<Frame> next() throws VideoException {
    byte[] samples;
    try {
      samples = pixels.readNBytes(SAMPLE_BYTES * width * height);
    } catch (IOException e) {
      samples = new byte[0];
    }
    work.check();
    if (child.isTimedOut()) {
      throw new VideoException(
          Problem.TOO_SLOW,
          "the work on the video took longer than "
              + limits.maxProcessingTime().toSeconds()
              + " s");
    }
    if (samples.length < SAMPLE_BYTES * width * height) {
      if (frames == 0) {
        throw new VideoException(Problem.DECODE_FAILED, "no picture could be decoded");
      }
      return Optional.empty();
    }
    long timeMillis = Math.round(frames * 1000.0 / limits.samplesPerSecond());
    if (timeMillis > limits.maxDuration().toMillis()) {
      throw new VideoException(
          Problem.TOO_LONG,
          "the video plays longer than the %d ms that are accepted"
              .formatted(limits.maxDuration().toMillis()));
    }
    frames++;
    return Optional.of(new Frame(timeMillis, Image.of(width, height, samples)));
  }

  @Override
  public void close() {
    child.close();
  }
}
