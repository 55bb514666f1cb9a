package dev.mien.vision.quality;

import dev.mien.vision.landmark.Pose;

/**
 * What speaks against a face, as numbers that are 0 for a good one and grow as it gets worse. Each
 * is monotone in what it penalises, so that a weighted sum with positive weights is as well.
 */
final class Penalties {

  private static final double LUMA_MAX = 255;
  private static final double NOISE_UNIT = 10;
  private static final double DARK_BELOW = 0.35;
  private static final double BRIGHT_ABOVE = 0.65;
  private static final double GOOD_CONTRAST = 35;
  private static final double LEAST_CONTRAST = 1;
  private static final double BLOCKS_UNIT = 5;

  /** Pixels that the embedders take of a face. */
  private static final double GOOD_SIZE = 112;

  private static final double FREE_TURN_DEGREES = 10;
  private static final double TURN_UNIT_DEGREES = 20;

  /** Numbers in {@link #of}. */
  static final int COUNT = 10 + FacePart.values().length;

  private Penalties() {}

  static double[] of(QualityMeasures measures, Pose pose, Completeness completeness) {
    double brightness = measures.mean() / LUMA_MAX;
    double[] penalties = new double[COUNT];
    penalties[0] =
        lack(FaceQuality.SHARP_DETAIL, Math.max(measures.detail(), FaceQuality.BLURRED_DETAIL));
    penalties[1] = measures.noise() / NOISE_UNIT;
    penalties[2] = Math.max(0, DARK_BELOW - brightness) / DARK_BELOW;
    penalties[3] = Math.max(0, brightness - BRIGHT_ABOVE) / (1 - BRIGHT_ABOVE);
    penalties[4] = measures.clipped();
    penalties[5] = lack(GOOD_CONTRAST, Math.max(measures.contrast(), LEAST_CONTRAST));
    penalties[6] = measures.blocks() / BLOCKS_UNIT;
    penalties[7] = lack(GOOD_SIZE, Math.max(measures.size(), 1));
    penalties[8] = turn(pose.yaw());
    penalties[9] = turn(pose.pitch());
    int at = 10;
    for (FacePart part : FacePart.values()) {
      penalties[at++] = 1 - completeness.of(part) / 100.0;
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
