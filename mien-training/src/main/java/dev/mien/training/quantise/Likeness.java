package dev.mien.training.quantise;

import java.util.Locale;

/** How near the answers of two nets are to each other. Not thread-safe. */
final class Likeness {
  private int items;
  private double cosines;
  private double leastCosine = 1;
  private double squaredError;
  private double squares;

  /** Compares two answers to one item. */
  void add(float[] exact, float[] other) {
    if (exact.length != other.length) {
      throw new IllegalArgumentException(exact.length + " and " + other.length + " numbers");
    }
    double product = 0;
    double exactSquares = 0;
    double otherSquares = 0;
    for (int i = 0; i < exact.length; i++) {
      product += (double) exact[i] * other[i];
      exactSquares += (double) exact[i] * exact[i];
      otherSquares += (double) other[i] * other[i];
      squaredError += ((double) exact[i] - other[i]) * ((double) exact[i] - other[i]);
    }
    double norms = Math.sqrt(exactSquares * otherSquares);
    double cosine = norms == 0 ? 1 : product / norms;
    items++;
    cosines += cosine;
    leastCosine = Math.min(leastCosine, cosine);
    squares += exactSquares;
  }

  /** The mean cosine over the items. */
  double meanCosine() {
    return cosines / items;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "cosine mean %.4f, least %.4f, error %.1f %%",
        meanCosine(),
        leastCosine,
        100 * Math.sqrt(squaredError / squares));
  }
}
