package dev.mien.vision.liveness;

import java.util.List;

/**
 * A logistic model from the cues to the chance of life, fitted by LivenessTraining (tests of
 * mien-vision).
 */
final class LivenessChance {

  private static final double OFFSET = 10.675;

  /** In the order of {@link LivenessDetector#cues}. */
  private static final List<Double> WEIGHTS =
      List.of(0.558, 0.161, -1.585, -0.661, 2.386, 2.261, -0.444, -3.702);

  private LivenessChance() {}

  /** The chance, 0..1. */
  static double of(double[] cues) {
    if (cues.length != WEIGHTS.size()) {
      throw new IllegalArgumentException(cues.length + " cues");
    }
    double logOdds = OFFSET;
    for (int i = 0; i < cues.length; i++) {
      logOdds += WEIGHTS.get(i) * cues[i];
    }
    return 1 / (1 + Math.exp(-logOdds));
  }
}
