package dev.mien.evaluate.statistics;

/**
 * Comparisons counted by score, for figures that are computed many times over: the replicates of a
 * bootstrap, the folds of a cross-validation. Scores run from 0 to 100; a bin is {@value #WIDTH}
 * wide, which is 0.1 % of a false match rate. Not thread-safe.
 */
public final class ScoreBins {
  private static final double MAX_SCORE = 100;
  private static final double WIDTH = 0.005;

  /** How many bins there are. */
  public static final int COUNT = (int) Math.round(MAX_SCORE / WIDTH) + 1;

  private final long[] genuine = new long[COUNT];
  private final long[] impostor = new long[COUNT];
  private long genuineTotal;
  private long impostorTotal;

  /** The bin of a score. */
  public static int bin(double score) {
    return (int) Math.clamp(score / WIDTH, 0, COUNT - 1);
  }

  /** The least score of a bin. */
  public static double score(int bin) {
    return bin * WIDTH;
  }

  /** Counts a comparison so many times. */
  public void add(boolean same, int bin, long times) {
    if (same) {
      genuine[bin] += times;
      genuineTotal += times;
    } else {
      impostor[bin] += times;
      impostorTotal += times;
    }
  }

  /** Counts comparisons of the same person that could not be made, and so do not match. */
  public void addFailedGenuine(long times) {
    genuineTotal += times;
  }

  /** Counts all of another. */
  public void addAll(ScoreBins other) {
    for (int bin = 0; bin < COUNT; bin++) {
      genuine[bin] += other.genuine[bin];
      impostor[bin] += other.impostor[bin];
    }
    genuineTotal += other.genuineTotal;
    impostorTotal += other.impostorTotal;
  }

  /** Share of different people whose bin is at least this one. */
  public double falseMatchRate(int bin) {
    return (double) from(impostor, bin) / impostorTotal;
  }

  /** Share of the same person whose bin is below this one. */
  public double falseNonMatchRate(int bin) {
    return 1 - (double) from(genuine, bin) / genuineTotal;
  }

  private static long from(long[] counts, int bin) {
    long sum = 0;
    for (int i = bin; i < COUNT; i++) {
      sum += counts[i];
    }
    return sum;
  }

  /**
   * The least bin from which on the false match rate is at most this; not below {@code falseMatches
   * = 1} comparison, where the answer is {@link #COUNT}.
   */
  public int threshold(double falseMatchRate) {
    double permitted = falseMatchRate * impostorTotal;
    long matches = 0;
    for (int bin = COUNT - 1; bin >= 0; bin--) {
      matches += impostor[bin];
      if (matches > permitted) {
        return bin + 1;
      }
    }
    return 0;
  }

  /** Both rates where they are nearest. */
  public double equalErrorRate() {
    if (genuineTotal == 0 || impostorTotal == 0) {
      return Double.NaN;
    }
    long matched = 0;
    long falseMatches = 0;
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    for (int bin = COUNT - 1; bin >= 0; bin--) {
      matched += genuine[bin];
      falseMatches += impostor[bin];
      double missed = 1 - (double) matched / genuineTotal;
      double passed = (double) falseMatches / impostorTotal;
      if (Math.abs(missed - passed) < least) {
        least = Math.abs(missed - passed);
        best = (missed + passed) / 2;
      }
    }
    return best;
  }

  /**
   * The threshold at which the mean of both success rates is highest: the most accurate one when
   * both kinds are as frequent.
   */
  public int mostAccurate() {
    long missed = genuineTotal - from(genuine, 0);
    long rejected = 0;
    double best = -1;
    int threshold = 0;
    for (int bin = 0; bin < COUNT; bin++) {
      double accuracy = 1 - (double) missed / genuineTotal + (double) rejected / impostorTotal;
      if (accuracy > best) {
        best = accuracy;
        threshold = bin;
      }
      missed += genuine[bin];
      rejected += impostor[bin];
    }
    return threshold;
  }

  /** The mean of both success rates at a threshold; not a number if one kind is absent. */
  public double accuracy(int bin) {
    return (1 - falseMatchRate(bin) + 1 - falseNonMatchRate(bin)) / 2;
  }
}
