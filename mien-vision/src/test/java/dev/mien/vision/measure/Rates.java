package dev.mien.vision.measure;

import java.util.Arrays;
import java.util.Locale;

/** Error rates of verification from the similarities of same and of different people. */
public final class Rates {

  private final double[] genuine;
  private final double[] impostor;

  /**
   * @param genuine similarities of pairs of the same person; failures to acquire as negative
   *     infinity
   * @param impostor similarities of pairs of different people
   */
  public Rates(double[] genuine, double[] impostor) {
    this.genuine = genuine.clone();
    this.impostor = impostor.clone();
    Arrays.sort(this.genuine);
    Arrays.sort(this.impostor);
  }

  /** The least similarity that at most this share of impostors reaches. */
  public double threshold(double falseMatchRate) {
    int above = (int) (falseMatchRate * impostor.length);
    return Math.nextUp(impostor[impostor.length - 1 - above]);
  }

  /** Share of same pairs that reach a similarity. */
  public double trueAcceptRate(double threshold) {
    return share(genuine, threshold);
  }

  /** Share of different pairs that reach a similarity. */
  public double falseMatchRate(double threshold) {
    return share(impostor, threshold);
  }

  /** Where as many different pairs pass as same pairs fail. */
  public double equalErrorRate() {
    int low = 0;
    int high = genuine.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean rejectsMore = (double) middle / genuine.length >= falseMatchRate(genuine[middle]);
      if (rejectsMore) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return ((double) low / genuine.length + falseMatchRate(genuine[low])) / 2;
  }

  private static double share(double[] sorted, double threshold) {
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
    return (double) (sorted.length - low) / sorted.length;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d same and %d different pairs: EER %.2f %%, TAR at FMR 1e-2 %.2f %%, 1e-3 %.2f %%, 1e-4"
            + " %.2f %%",
        genuine.length,
        impostor.length,
        100 * equalErrorRate(),
        100 * trueAcceptRate(threshold(1e-2)),
        100 * trueAcceptRate(threshold(1e-3)),
        100 * trueAcceptRate(threshold(1e-4)));
  }
}
