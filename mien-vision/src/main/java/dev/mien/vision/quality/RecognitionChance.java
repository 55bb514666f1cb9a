package dev.mien.vision.quality;

import java.util.List;

/**
 * A logistic model from {@link Penalties} to the chance that a face is recognised, fitted by
 * QualityTraining (tests of mien-vision) to pairs of pictures of the same person at a false match
 * rate of 0.1 %. Every weight is at least 0, so no penalty ever raises the chance.
 */
final class RecognitionChance {

  /** The log-odds of a face without any penalty. */
  private static final double OFFSET = 3.661;

  /** What a unit of each penalty takes from the log-odds, in the order of {@link Penalties}. */
  private static final List<Double> WEIGHTS =
      List.of(
          1.408, 2.049, 0.3, 0.879, 2.932, 0.3, 0.992, 0.3, 0.374, 0.3, 0.412, 2.897, 0.3, 1.471,
          1.809, 0.461);

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
