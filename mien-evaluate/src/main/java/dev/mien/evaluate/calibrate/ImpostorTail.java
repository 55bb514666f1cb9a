package dev.mien.evaluate.calibrate;

/**
 * The false match rate by similarity of one population of impostor pairs: counted where pairs
 * abound, by the fitted tail beyond.
 */
record ImpostorTail(SimilarityHistogram histogram, TailFit fit) {

  static ImpostorTail of(SimilarityHistogram histogram) {
    return new ImpostorTail(histogram, TailFit.of(histogram));
  }

  /** Decimal logarithm of the share of pairs that reach a similarity; minus infinity for none. */
  double log10Rate(double similarity) {
    return similarity < fit.threshold()
        ? Math.log10(histogram.rate(similarity))
        : fit.log10Rate(similarity);
  }
}
