package dev.mien.vision.shape;

/** The colour of the skin, by its typology angle (Chardon et al., 1991): atan((L* - 50) / b*). */
final class SkinRule {

  /** Angles in degrees that are typical of each kind, in the order of {@link SkinTone}. */
  private static final double[] TYPICAL = {33, 10, -25, 55};

  private static final double DEVIATION = 12;

  private SkinRule() {}

  static Trait<SkinTone> skin(SkinMeasures skin) {
    Lab colour = skin.colour();
    double angle =
        Math.toDegrees(Math.atan2(colour.lightness() - 50, Math.max(1, colour.yellowness())));
    double[] scores = new double[TYPICAL.length];
    for (int i = 0; i < scores.length; i++) {
      double deviations = (angle - TYPICAL[i]) / DEVIATION;
      scores[i] = -deviations * deviations / 2;
    }
    return Trait.ofScores(SkinTone.values(), scores);
  }
}
