package dev.mien.vision.video;

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
}
