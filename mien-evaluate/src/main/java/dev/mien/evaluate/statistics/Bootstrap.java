package dev.mien.evaluate.statistics;

import dev.mien.evaluate.report.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Percentile bootstrap over units that were sampled independently, such as persons: the units are
 * drawn anew with replacement, the figures computed again, and the middle 95 % of the results kept
 * (B. Efron, Bootstrap methods, 1979). Comparisons that share a person are not independent, so an
 * interval over comparisons would be far too narrow.
 */
public final class Bootstrap {
  private static final double TAIL = 0.025;
  private static final long SEED = 0x6d69656eL;

  private Bootstrap() {}

  /**
   * How often each unit was drawn in one replicate: the counts sum to the number of units.
   *
   * @param replicate 0, 1, …; the same replicate draws the same
   */
  public static int[] draw(int units, int replicate) {
    SplittableRandom random = new SplittableRandom(SEED + replicate);
    int[] drawn = new int[units];
    for (int i = 0; i < units; i++) {
      drawn[random.nextInt(units)]++;
    }
    return drawn;
  }

  /**
   * A figure with the percentiles of its replicates. Replicates that are no number, because too
   * little was drawn, are left out; if half are, the bounds are unknown.
   *
   * @param value the figure of all units as they are
   * @param replicates of the same figure
   */
  public static Interval interval(double value, double[] replicates) {
    double[] sorted = Arrays.stream(replicates).filter(Double::isFinite).sorted().toArray();
    if (!Double.isFinite(value) || sorted.length * 2 <= replicates.length) {
      return new Interval(value, Double.NaN, Double.NaN);
    }
    return new Interval(
        value,
        Math.min(value, percentile(sorted, TAIL)),
        Math.max(value, percentile(sorted, 1 - TAIL)));
  }

  /** Linear between the two nearest. */
  static double percentile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int index = (int) position;
    double next = sorted[Math.min(index + 1, sorted.length - 1)];
    return sorted[index] + (position - index) * (next - sorted[index]);
  }
}
