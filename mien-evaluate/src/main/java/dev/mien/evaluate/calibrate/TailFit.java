package dev.mien.evaluate.calibrate;

/**
 * A generalised Pareto distribution of what exceeds a threshold: by the theorem of Pickands,
 * Balkema and de Haan the limit that the tail of nearly every distribution comes to. It is fitted
 * by probability-weighted moments (Hosking and Wallis 1987), which are stable where maximum
 * likelihood need not converge: with b0 the mean excess and b1 the mean of each excess times the
 * share of excesses above it, shape = 2 - b0 / (b0 - 2 b1) and scale = 2 b0 b1 / (b0 - 2 b1).
 *
 * @param threshold the similarity where the model begins
 * @param counted the similarity from which on so few pairs were counted that nothing but the model
 *     speaks for the rate
 * @param rate the share of all pairs that reach the threshold
 * @param shape 0 is an exponential tail, less ends somewhere, more falls as a power
 * @param scale of the excess, greater than 0
 */
record TailFit(double threshold, double counted, double rate, double shape, double scale) {

  /**
   * A tail that ends within the similarities would call every pair beyond it certain, which no
   * sample can know. -0.25 is the lightest tail allowed; that of a Gaussian looks like -0.1.
   */
  private static final double LEAST_SHAPE = -0.25;

  /** A heavier tail has no finite mean square: it is a sign of wrong labels. */
  private static final double MOST_SHAPE = 0.4;

  /** Share of pairs from which the tail is modelled, if it is pairs enough. */
  private static final double TAIL_RATE = 2e-3;

  /**
   * Excesses from which on the shape's standard error, 1.15 / sqrt(n) near shape 0 (Hosking and
   * Wallis 1987), is under 0.03. Where there are fewer the tail begins earlier.
   */
  private static final double ENOUGH_EXCESSES = 2_000;

  /** A larger share of the pairs is no tail: the limit is not reached there. */
  private static final double MOST_TAIL_RATE = 2e-2;

  /** Fewer excesses than this are not fitted with two numbers at all. */
  private static final double LEAST_EXCESSES = 200;

  /** Pairs that a rate is still counted by: their number is known to a third or so. */
  private static final double LEAST_COUNTED = 10;

  /**
   * The tail of what a histogram counted: from its upper 2 in 1,000 on, or where these are too few
   * from its 2,000 largest, but at most 2 in 100 unless that leaves less than 200.
   *
   * @throws IllegalArgumentException when there are too few pairs
   */
  static TailFit of(SimilarityHistogram histogram) {
    double count = histogram.count();
    double rate =
        Math.max(
            LEAST_EXCESSES / count,
            Math.max(TAIL_RATE, Math.min(MOST_TAIL_RATE, ENOUGH_EXCESSES / count)));
    if (rate > 1) {
      throw new IllegalArgumentException(
          "a tail of %d pairs; %.0f are needed".formatted(histogram.count(), LEAST_EXCESSES));
    }
    return from(histogram, histogram.threshold(rate));
  }

  static TailFit from(SimilarityHistogram histogram, double threshold) {
    double[] moments = new double[2];
    long[] seen = {0};
    double rate = histogram.rate(threshold);
    double total = rate * histogram.count();
    histogram.forEachExcess(
        threshold,
        (excess, times) -> {
          double above = 1 - (seen[0] + times / 2.0) / total;
          moments[0] += excess * times / total;
          moments[1] += excess * times * above / total;
          seen[0] += times;
        });
    double spread = moments[0] - 2 * moments[1];
    if (!(spread > 0)) {
      throw new IllegalArgumentException("no tail: all excesses are alike");
    }
    double shape = Math.clamp(2 - moments[0] / spread, LEAST_SHAPE, MOST_SHAPE);
    // With the shape bounded the scale follows from the mean, scale / (1 - shape).
    double counted = histogram.threshold(LEAST_COUNTED / histogram.count());
    return new TailFit(threshold, counted, rate, shape, moments[0] * (1 - shape));
  }

  /** Decimal logarithm of the share of pairs that reach a similarity at or above the threshold. */
  double log10Rate(double similarity) {
    double reduced = (similarity - threshold) / scale;
    double survival = 1 + shape * reduced;
    if (survival <= 0) {
      return Double.NEGATIVE_INFINITY; // beyond the end of a bounded tail
    }
    double logShare = Math.abs(shape) < 1e-9 ? -reduced : -Math.log(survival) / shape;
    return Math.log10(rate) + logShare / Math.log(10);
  }
}
