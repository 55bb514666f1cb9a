package dev.mien.vision.quality;

import dev.mien.vision.landmark.Pose;

/**
 * What speaks against a face, as numbers that are 0 for a good one and grow as it gets worse. Each
 * is monotone in what it penalises, so that a weighted sum with positive weights is as well. What a
 * good face's estimates vary by is free: a part counts from where it is incomplete, light from the
 * ends of the published range on, and blur and noise set in gently. Else a score would rise where
 * damage makes an estimate a little better.
 */
final class Penalties {

  private static final double LUMA_MAX = 255;

  /** Five in six of 154 good faces have more detail, and how much more tells nothing. */
  private static final double GOOD_DETAIL = 0.25;

  /** Lack of detail that counts half; less counts by its square. */
  private static final double GENTLE_LACK = 0.15;

  /** The texture of skin alone is estimated as so much noise: of all but one of them. */
  private static final double FREE_NOISE = 1.5;

  private static final double NOISE_UNIT = 10;

  /**
   * Noise that counts half: a rough skin or beard seems to have so little, and less as light or
   * detail goes.
   */
  private static final double GENTLE_NOISE = 0.1;

  private static final double DARK_BELOW = 0.30;
  private static final double BRIGHT_ABOVE = 0.70;

  /** So much of a face may be as light as its lightest point: a forehead, a cheek in the sun. */
  private static final double FREE_CUT_OFF = 0.15;

  private static final double GOOD_CONTRAST = 20;
  private static final double LEAST_CONTRAST = 1;

  /** Nineteen in twenty of them have weaker steps on JPEG's grid. */
  private static final double FREE_BLOCKS = 0.8;

  private static final double BLOCKS_UNIT = 5;

  /** Pixels that the embedders take of a face. */
  private static final double GOOD_SIZE = 112;

  private static final double FREE_TURN_DEGREES = 15;
  private static final double TURN_UNIT_DEGREES = 20;

  /** Of completeness. */
  private static final double WHOLE = 100;

  /** A part that lacks this share of its bound is as good as gone; more is not told apart. */
  private static final double MOSTLY_MISSING = 0.4;

  /** Numbers in {@link #of}. */
  static final int COUNT = 11 + FacePart.values().length;

  private Penalties() {}

  static double[] of(QualityMeasures measures, Pose pose, Completeness completeness) {
    double brightness = measures.mean() / LUMA_MAX;
    double[] penalties = new double[COUNT];
    penalties[0] =
        gentle(
            lack(GOOD_DETAIL, Math.max(measures.detail(), FaceQuality.BLURRED_DETAIL)),
            GENTLE_LACK);
    penalties[1] = gentle(Math.max(0, measures.noise() - FREE_NOISE) / NOISE_UNIT, GENTLE_NOISE);
    penalties[2] = Math.max(0, DARK_BELOW - brightness) / DARK_BELOW;
    penalties[3] = Math.max(0, brightness - BRIGHT_ABOVE) / (1 - BRIGHT_ABOVE);
    penalties[4] = Math.max(0, measures.cutOff() - FREE_CUT_OFF) / (1 - FREE_CUT_OFF);
    penalties[5] = lack(GOOD_CONTRAST, Math.max(measures.contrast(), LEAST_CONTRAST));
    penalties[6] = Math.max(0, measures.blocks() - FREE_BLOCKS) / BLOCKS_UNIT;
    penalties[7] = lack(GOOD_SIZE, Math.max(measures.size(), 1));
    penalties[8] = turn(pose.yaw());
    penalties[9] = turn(pose.pitch());
    penalties[10] = seeminglyCovered(completeness);
    int at = 11;
    for (FacePart part : FacePart.values()) {
      double bound = part.incompleteUpTo();
      double missing = Math.max(0, bound - completeness.of(part)) / bound;
      penalties[at++] = Math.min(1, missing / MOSTLY_MISSING);
    }
    return penalties;
  }

  /**
   * How far the parts are from whole on the way to incomplete, 0..1. Of one part this estimate is
   * too unsteady to tell before it is incomplete; the mean of all is steady.
   */
  private static double seeminglyCovered(Completeness completeness) {
    double sum = 0;
    for (FacePart part : FacePart.values()) {
      sum += Math.min(1, (WHOLE - completeness.of(part)) / (WHOLE - part.incompleteUpTo()));
    }
    return sum / FacePart.values().length;
  }

  /** How many times less than good, as a natural logarithm. */
  private static double lack(double good, double found) {
    return Math.max(0, Math.log(good / found));
  }

  /** The value, but half of it where it is as much as is given, and less than half below. */
  private static double gentle(double value, double half) {
    return value * value / (value + half);
  }

  private static double turn(double degrees) {
    return Math.max(0, Math.abs(degrees) - FREE_TURN_DEGREES) / TURN_UNIT_DEGREES;
  }
}
