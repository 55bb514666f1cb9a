package dev.mien.models.quantise;

import java.util.Arrays;

/**
 * Counts numbers in bins of equal width on both sides of zero. The bins double their width as often
 * as a number needs it, so one pass over the numbers is enough, and their order does not matter.
 * Zeros are counted apart: every {@link Range} holds them exactly. Not thread-safe.
 */
public final class Histogram {
  /** On each side of zero: eight bins for each step of a byte, at least four after a doubling. */
  private static final int HALF = 2048;

  /** The first width; numbers this near to zero are all alike. */
  private static final double LEAST_WIDTH = 0x1p-60;

  private final long[] counts = new long[2 * HALF];
  private double width = LEAST_WIDTH;
  private double lowest;
  private double highest;
  private long zeros;
  private long total;

  /**
   * Counts a number.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public void add(float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException("a network answered " + value);
    }
    total++;
    if (value == 0) {
      zeros++;
      return;
    }
    while (Math.abs((double) value) >= width * HALF) {
      widen();
    }
    counts[HALF + (int) Math.floor(value / width)]++;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }

  private void widen() {
    long[] merged = new long[counts.length];
    for (int bin = 0; bin < counts.length; bin++) {
      merged[HALF + Math.floorDiv(bin - HALF, 2)] += counts[bin];
    }
    System.arraycopy(merged, 0, counts, 0, counts.length);
    width *= 2;
  }

  /** From the least number to the largest, and zero. */
  Range extremes() {
    return new Range(lowest, highest);
  }

  /** Without the outermost numbers of both sides: each side loses at most this share of all. */
  Range without(double share) {
    double allowed = share * total;
    int first = 0;
    for (long cut = counts[0]; cut <= allowed && first < HALF; cut += counts[first]) {
      first++;
    }
    int last = counts.length - 1;
    for (long cut = counts[last]; cut <= allowed && last >= HALF; cut += counts[last]) {
      last--;
    }
    return new Range(
        Math.max(lowest, (first - HALF) * width), Math.min(highest, (last + 1 - HALF) * width));
  }

  /**
   * The sum of the squared errors if the numbers were rounded to the steps of a range: a twelfth of
   * a squared step within, the squared distance from the range's end outside.
   */
  double squaredError(Range range) {
    double rounding = (double) range.scale() * range.scale() / 12;
    double sum = 0;
    for (int bin = 0; bin < counts.length; bin++) {
      if (counts[bin] > 0) {
        double middle = (bin - HALF + 0.5) * width;
        double outside = middle - Math.clamp(middle, range.low(), range.high());
        sum += counts[bin] * (outside == 0 ? rounding : outside * outside);
      }
    }
    return sum;
  }

  @Override
  public String toString() {
    return "%d numbers (%d zeros) from %s to %s, the commonest bin %d"
        .formatted(total, zeros, lowest, highest, Arrays.stream(counts).max().orElse(0));
  }
}
