package dev.mien.vision.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a quality predicts failures: how the false non-match rate falls when the pairs with the
 * worst faces are left out (Grother and Tabassi, 2007). A perfect quality brings it to nothing as
 * soon as as many pairs are left out as fail; a useless one leaves it as it is.
 */
public final class ErrorVersusDiscard {

  private final List<Pair> worstFirst;
  private final int failures;

  private ErrorVersusDiscard(List<Pair> worstFirst) {
    this.worstFirst = worstFirst;
    this.failures = (int) worstFirst.stream().filter(pair -> !pair.matched()).count();
  }

  /**
   * Two pictures of the same person.
   *
   * @param quality of the worse of both
   * @param matched whether they reach the threshold at which the curve is drawn
   */
  public record Pair(double quality, boolean matched) {}

  /** The curve of some pairs, at least one. */
  public static ErrorVersusDiscard of(List<Pair> pairs) {
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("no pairs");
    }
    List<Pair> sorted = new ArrayList<>(pairs);
    sorted.sort(Comparator.comparingDouble(Pair::quality));
    return new ErrorVersusDiscard(List.copyOf(sorted));
  }

  /**
   * The false non-match rate, 0..1, when this share of the pairs is left out, the worst first.
   *
   * @param discarded 0..1, less than 1
   */
  public double falseNonMatchRate(double discarded) {
    if (!(discarded >= 0 && discarded < 1)) {
      throw new IllegalArgumentException("the share to discard must be 0 to below 1: " + discarded);
    }
    int from = (int) Math.round(discarded * worstFirst.size());
    List<Pair> kept = worstFirst.subList(Math.min(from, worstFirst.size() - 1), worstFirst.size());
    return (double) kept.stream().filter(pair -> !pair.matched()).count() / kept.size();
  }

  /** What a perfect quality would leave, 0..1. */
  public double bestPossible(double discarded) {
    double kept = worstFirst.size() * (1 - discarded);
    return Math.max(0, failures - worstFirst.size() * discarded) / Math.max(1, kept);
  }

  /** The curve at several shares. */
  public double[] curve(double... discarded) {
    return Arrays.stream(discarded).map(this::falseNonMatchRate).toArray();
  }
}
