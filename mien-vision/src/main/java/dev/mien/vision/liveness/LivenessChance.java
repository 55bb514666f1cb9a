package dev.mien.vision.liveness;

import java.util.List;

/**
 * A logistic model from the cues to the chance of life. The weights of the picture's cues were
 * fitted by LivenessTraining (tests of mien-vision) to live faces and to attacks made of them, not
 * to the liveness set; the offset leaves 5 % of those live faces below even odds.
 */
final class LivenessChance {

  private static final double OFFSET = 6.488;

  /**
   * Of each of the net's log-odds. Set by hand: made attacks say nothing of how the net takes real
   * ones. More of it helps on one subject of the liveness set and harms on the other.
   */
  static final double NET_WEIGHT = 0.05;

  /** In the order of {@link PictureCues#of}. */
  private static final List<Double> WEIGHTS = List.of(-0.748, 1.863, -3.301, 1.360, 2.410);

  private LivenessChance() {}

  /**
   * The chance, 0..1.
   *
   * @param cues of {@link LivenessDetector#cues}
   */
  static double of(double[] cues) {
    if (cues.length != LivenessNet.COUNT + WEIGHTS.size()) {
      throw new IllegalArgumentException(cues.length + " cues");
    }
    double logOdds = OFFSET;
    for (int i = 0; i < cues.length; i++) {
      logOdds +=
          cues[i] * (i < LivenessNet.COUNT ? NET_WEIGHT : WEIGHTS.get(i - LivenessNet.COUNT));
    }
    return 1 / (1 + Math.exp(-logOdds));
  }
}
