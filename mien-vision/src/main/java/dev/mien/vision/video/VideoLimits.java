package dev.mien.vision.video;

import dev.mien.vision.video.VideoException.Problem;
import java.time.Duration;

/**
 * What a video may cost; a video beyond a limit is refused before it is decoded, where its header
 * tells.
 *
 * @param maxBytes size of the file
 * @param maxDuration playing time
 * @param minSide pixels of the shorter side
 * @param maxSide pixels of the longer side
 * @param maxFrames frames in the file, as far as its header tells
 * @param samplesPerSecond frames looked at in a second of video; 1..30
 * @param maxProcessingTime wall-clock time for all of the work; the decoder is killed at its end
 */
public record VideoLimits(
    long maxBytes,
    Duration maxDuration,
    int minSide,
    int maxSide,
    long maxFrames,
    int samplesPerSecond,
    Duration maxProcessingTime) {

  /** 512 MiB, 10 minutes, 64 to 4,096 pixels, 36,000 frames; 10 samples a second, 10 minutes. */
  public static final VideoLimits DEFAULTS =
      new VideoLimits(
          512L << 20, Duration.ofMinutes(10), 64, 4096, 36_000, 10, Duration.ofMinutes(10));

  private static final int MAX_SAMPLES_PER_SECOND = 30;

  public VideoLimits {
    if (maxBytes < 1 || minSide < 1 || maxSide < minSide || maxFrames < 1) {
      throw new IllegalArgumentException("a video limit is not positive or out of order");
    }
    if (maxDuration.isNegative() || maxProcessingTime.isNegative()) {
      throw new IllegalArgumentException("a time limit is negative");
    }
    if (samplesPerSecond < 1 || samplesPerSecond > MAX_SAMPLES_PER_SECOND) {
      throw new IllegalArgumentException(
          "samplesPerSecond must be 1.." + MAX_SAMPLES_PER_SECOND + ": " + samplesPerSecond);
    }
  }

  /**
   * Refuses a video beyond a limit, as far as its header tells.
   *
   * @throws VideoException that names the limit and the video's value
   */
  public void require(VideoInfo info) throws VideoException {
    if (info.durationMillis() > maxDuration.toMillis()) {
      throw new VideoException(
          Problem.TOO_LONG,
          "the video plays "
              + info.durationMillis()
              + " ms, at most "
              + maxDuration.toMillis()
              + " are accepted");
    }
    if (Math.min(info.width(), info.height()) < minSide
        || Math.max(info.width(), info.height()) > maxSide) {
      throw new VideoException(
          Problem.RESOLUTION_OUT_OF_RANGE,
          "the video has %d x %d pixels, sides of %d to %d are accepted"
              .formatted(info.width(), info.height(), minSide, maxSide));
    }
    long frames = (long) (info.framesPerSecond() * info.durationMillis() / 1000);
    if (frames > maxFrames) {
      throw new VideoException(
          Problem.TOO_MANY_FRAMES,
          "the video has %d frames, at most %d are accepted".formatted(frames, maxFrames));
    }
  }
}
