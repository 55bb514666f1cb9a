package dev.mien.evaluate.statistics;

import dev.mien.evaluate.report.Interval;

/**
 * A share of independent trials with its Wilson score interval of 95 % (E. B. Wilson, Probable
 * inference, the law of succession, and statistical inference, 1927), which holds for small counts
 * and for shares of 0 and 1 too.
 */
public final class Proportion {
  /** The normal distribution's 97.5 % point. */
  private static final double Z = 1.959964;

  private Proportion() {}

  /**
   * The share.
   *
   * @param successes 0 to trials
   * @param trials unknown when 0
   */
  public static Interval of(long successes, long trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
    }
    if (trials == 0) {
      return Interval.UNKNOWN;
    }
    double n = trials;
    double share = successes / n;
    double centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    return new Interval(
        share,
        successes == 0 ? 0 : Math.max(0, centre - half),
        successes == trials ? 1 : Math.min(1, centre + half));
  }
}
