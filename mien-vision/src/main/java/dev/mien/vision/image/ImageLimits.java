package dev.mien.vision.image;

import java.time.Duration;

/**
 * What a picture may be.
 *
 * @param jpegMaxSide longest side of a JPEG in pixels
 * @param otherMaxSide longest side of any other format in pixels
 * @param minSide shortest side allowed in pixels
 * @param maxScans scans of a progressive JPEG; each costs a pass over the whole picture
 * @param maxDecodeTime after which decoding is given up
 */
public record ImageLimits(
    int jpegMaxSide, int otherMaxSide, int minSide, int maxScans, Duration maxDecodeTime) {

  /** The limits of the published API; encoders in use write about ten scans. */
  public static final ImageLimits DEFAULTS =
      new ImageLimits(4000, 2000, 64, 64, Duration.ofSeconds(5));

  public ImageLimits {
    if (minSide < 1 || jpegMaxSide < minSide || otherMaxSide < minSide || maxScans < 1) {
      throw new IllegalArgumentException("image limits out of range");
    }
    if (maxDecodeTime.isNegative() || maxDecodeTime.isZero()) {
      throw new IllegalArgumentException("maxDecodeTime must be positive: " + maxDecodeTime);
    }
  }
}
