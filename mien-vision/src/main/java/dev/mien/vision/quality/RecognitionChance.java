package dev.mien.vision.quality;

import java.util.List;

/**
 * A logistic model from {@link Penalties} to the chance that a face is recognised, fitted by
 * QualityTraining (tests of mien-vision) to pairs of pictures of the same person at a false match
 * rate of 0.1 %. Every weight is at least 0, so no penalty ever raises the chance.
 */
final class RecognitionChance {

  /** The log-odds of a face without any penalty. */
  private static final double OFFSET = 3.195;

  /** What a unit of each penalty takes from the log-odds, in the order of {@link Penalties}. */
  private static final List<Double> WEIGHTS =
      List.of(
          1.744, 3.019, 1.526, 0.443, 4.601, 0.3, 1.073, 0.642, 1.055, 0.376, 1.449, 1.089, 1.185,
          1.412, 1.72, 0.3);

  private RecognitionChance() {}

  /** The chance, 0..1. */
  static double of(double[] penalties) {
    if (penalties.length != WEIGHTS.size()) {
      throw new IllegalArgumentException(penalties.length + " penalties");
    }
    double logOdds = OFFSET;
    for (int i = 0; i < penalties.length; i++) {
      logOdds -= WEIGHTS.get(i) * penalties[i];
    }
    return 1 / (1 + Math.exp(-logOdds));
  }
}
