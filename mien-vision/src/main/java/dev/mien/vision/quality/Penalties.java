package dev.mien.vision.quality;

import dev.mien.vision.landmark.Pose;

/**
 * What speaks against a face, as numbers that are 0 for a good one and grow as it gets worse. Each
 * is monotone in what it penalises, so that a weighted sum with positive weights is as well. What a
 * good face's estimates vary by is free: a part counts from where it is incomplete, light from near
 * the ends of the published range. Else a score would rise where damage makes an estimate a little
 * better.
 */
final class Penalties {

  private static final double LUMA_MAX = 255;

  /** The texture of skin alone is estimated as so much noise. */
  private static final double FREE_NOISE = 1;

  private static final double NOISE_UNIT = 10;
  private static final double DARK_BELOW = 0.35;
  private static final double BRIGHT_ABOVE = 0.70;

  /** So much of a face may be as light as its lightest point: a forehead, a cheek in the sun. */
  private static final double FREE_CUT_OFF = 0.1;

  private static final double GOOD_CONTRAST = 35;
  private static final double LEAST_CONTRAST = 1;
  private static final double BLOCKS_UNIT = 5;

  /** Pixels that the embedders take of a face. */
  private static final double GOOD_SIZE = 112;

  private static final double FREE_TURN_DEGREES = 10;
  private static final double TURN_UNIT_DEGREES = 20;

  /** A part that lacks this share of its bound is as good as gone; more is not told apart. */
  private static final double MOSTLY_MISSING = 0.4;

  /** Numbers in {@link #of}. */
  static final int COUNT = 10 + FacePart.values().length;

  private Penalties() {}

  static double[] of(QualityMeasures measures, Pose pose, Completeness completeness) {
    double brightness = measures.mean() / LUMA_MAX;
    double[] penalties = new double[COUNT];
    penalties[0] =
        lack(FaceQuality.SHARP_DETAIL, Math.max(measures.detail(), FaceQuality.BLURRED_DETAIL));
    penalties[1] = Math.max(0, measures.noise() - FREE_NOISE) / NOISE_UNIT;
    penalties[2] = Math.max(0, DARK_BELOW - brightness) / DARK_BELOW;
    penalties[3] = Math.max(0, brightness - BRIGHT_ABOVE) / (1 - BRIGHT_ABOVE);
    penalties[4] = Math.max(0, measures.cutOff() - FREE_CUT_OFF) / (1 - FREE_CUT_OFF);
    penalties[5] = lack(GOOD_CONTRAST, Math.max(measures.contrast(), LEAST_CONTRAST));
    penalties[6] = measures.blocks() / BLOCKS_UNIT;
    penalties[7] = lack(GOOD_SIZE, Math.max(measures.size(), 1));
    penalties[8] = turn(pose.yaw());
    penalties[9] = turn(pose.pitch());
    int at = 10;
    for (FacePart part : FacePart.values()) {
      double bound = part.incompleteUpTo();
      double missing = Math.max(0, bound - completeness.of(part)) / bound;
      penalties[at++] = Math.min(1, missing / MOSTLY_MISSING);
    }
    return penalties;
  }

  /** How many times less than good, as a natural logarithm. */
  private static double lack(double good, double found) {
    return Math.max(0, Math.log(good / found));
  }

  private static double turn(double degrees) {
    return Math.max(0, Math.abs(degrees) - FREE_TURN_DEGREES) / TURN_UNIT_DEGREES;
  }
}
