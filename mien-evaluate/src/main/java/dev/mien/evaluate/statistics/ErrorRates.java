package dev.mien.evaluate.statistics;

import java.util.Arrays;

/**
 * The two error rates of comparisons by their threshold. A comparison matches when its score
 * reaches the threshold. Immutable and thread-safe.
 *
 * <p>Same-person comparisons that could not be made because a picture failed count as not matched.
 * Those of different people are left out: they would make the false match rate look better.
 */
public final class ErrorRates {
  private final float[] genuine;
  private final float[] impostor;
  private final long failedGenuine;

  /**
   * Rates of these scores.
   *
   * @param genuine scores of the same person, in any order; copied
   * @param impostor scores of different people, in any order; copied
   * @param failedGenuine comparisons of the same person that could not be made
   */
  public ErrorRates(float[] genuine, float[] impostor, long failedGenuine) {
    this.genuine = genuine.clone();
    this.impostor = impostor.clone();
    this.failedGenuine = failedGenuine;
    Arrays.parallelSort(this.genuine);
    Arrays.parallelSort(this.impostor);
  }

  /** Comparisons of the same person, those that could not be made included. */
  public long genuineCount() {
    return genuine.length + failedGenuine;
  }

  /** Comparisons of different people that were made. */
  public long impostorCount() {
    return impostor.length;
  }

  /** Whether so small a rate can be told at all: at least one comparison may exceed it. */
  public boolean canTell(double falseMatchRate) {
    return falseMatchRate * impostor.length >= 1;
  }

  /**
   * The least threshold with at most this false match rate.
   *
   * @param falseMatchRate 0..1; not a number is returned when {@link #canTell} denies it
   */
  public double threshold(double falseMatchRate) {
    if (!canTell(falseMatchRate)) {
      return Double.NaN;
    }
    int permitted = (int) (falseMatchRate * impostor.length);
    return permitted >= impostor.length
        ? Double.NEGATIVE_INFINITY
        : (double) Math.nextUp(impostor[impostor.length - 1 - permitted]);
  }

  /** Share of different people that match; not a number if there are none. */
  public double falseMatchRate(double threshold) {
    return (double) falseMatches(threshold) / impostor.length;
  }

  /** How many comparisons of different people match. */
  public long falseMatches(double threshold) {
    return (long) impostor.length - below(impostor, threshold);
  }

  /** Share of the same person that do not match; not a number if there are none. */
  public double falseNonMatchRate(double threshold) {
    return (double) falseNonMatches(threshold) / genuineCount();
  }

  /** How many comparisons of the same person do not match. */
  public long falseNonMatches(double threshold) {
    return below(genuine, threshold) + failedGenuine;
  }

  /**
   * Both rates where they cross: their mean at the threshold at which they are nearest. Not a
   * number when there are no comparisons of one kind.
   */
  public double equalErrorRate() {
    if (genuineCount() == 0 || impostor.length == 0) {
      return Double.NaN;
    }
    double crossed = Math.min(firstCrossed(genuine), firstCrossed(impostor));
    double before = Math.max(lastBelow(genuine, crossed), lastBelow(impostor, crossed));
    return gap(crossed) <= -gap(before) ? mean(crossed) : mean(before);
  }

  /** The least of these scores at which misses are no fewer than false matches. */
  private double firstCrossed(float[] scores) {
    int low = 0;
    int high = scores.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (gap(scores[middle]) >= 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low < scores.length ? scores[low] : Double.POSITIVE_INFINITY;
  }

  private double gap(double threshold) {
    return falseNonMatchRate(threshold) - falseMatchRate(threshold);
  }

  private double mean(double threshold) {
    return (falseNonMatchRate(threshold) + falseMatchRate(threshold)) / 2;
  }

  private static double lastBelow(float[] scores, double threshold) {
    int index = below(scores, threshold) - 1;
    return index < 0 ? Double.NEGATIVE_INFINITY : scores[index];
  }

  private static int below(float[] sorted, double threshold) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
