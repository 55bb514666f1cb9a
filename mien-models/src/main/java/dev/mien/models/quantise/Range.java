package dev.mien.models.quantise;

/**
 * The numbers that the 256 steps of an unsigned byte stand for. Zero is always one of them, so that
 * padding and what a rectifier cuts off are exact.
 *
 * @param low what step 0 stands for, before zero is moved onto a step; 0 or less
 * @param high what step 255 stands for, likewise; 0 or more
 */
public record Range(double low, double high) {
  private static final int STEPS = 255;

  public Range {
    if (!(low <= 0 && high >= 0 && high - low <= Float.MAX_VALUE)) {
      throw new IllegalArgumentException("a range must hold zero: " + low + " to " + high);
    }
  }

  /** The difference of two steps; of an empty range, one. */
  public float scale() {
    float scale = (float) ((high - low) / STEPS);
    return scale < Float.MIN_NORMAL ? 1 : scale;
  }

  /** The step that stands for zero, 0 to 255. */
  public int zeroPoint() {
    return Math.clamp(Math.round(-low / scale()), 0, STEPS);
  }

  /** The part of this range up to a limit of zero or more. */
  Range upTo(double limit) {
    return new Range(low, Math.min(high, limit));
  }
}
