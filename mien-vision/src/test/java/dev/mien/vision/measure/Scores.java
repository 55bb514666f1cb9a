package dev.mien.vision.measure;

import dev.mien.vision.embed.EmbedderInfo;

/**
 * The line of version 3.0 from false match rates to scores, score = 10 - 10 log10(FMR), over a
 * calibration.
 */
final class Scores {

  private Scores() {}

  /** The similarity that earns a score, by linear interpolation. */
  static double similarity(EmbedderInfo embedder, double score) {
    double wanted = (10 - score) / 10;
    double[] logarithms = embedder.log10FalseMatchRates();
    double[] similarities = embedder.similarities();
    for (int i = 1; i < logarithms.length; i++) {
      if (logarithms[i] <= wanted) {
        double share = (wanted - logarithms[i - 1]) / (logarithms[i] - logarithms[i - 1]);
        return similarities[i - 1] + share * (similarities[i] - similarities[i - 1]);
      }
    }
    return similarities[similarities.length - 1];
  }
}
