package dev.mien.vision.quality;

import java.util.List;

/**
 * A logistic model from {@link Penalties} to the chance that a face is recognised, fitted by
 * QualityTraining (tests of mien-vision) to pairs of pictures of the same person at a false match
 * rate of 0.1 %. Every weight is at least 0, so no penalty ever raises the chance.
 */
final class RecognitionChance {

  /** The log-odds of a face without any penalty. */
  private static final double OFFSET = 3.144;

  /** What a unit of each penalty takes from the log-odds, in the order of {@link Penalties}. */
  private static final List<Double> WEIGHTS =
      List.of(
          2.007, 3.494, 1.228, 0.943, 4.025, 0.3, 1.162, 0.996, 1.157, 0.848, 1.384, 1.114, 0.9,
          0.9, 0.9, 0.9, 0.9);

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
