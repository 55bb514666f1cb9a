package dev.mien.vision.shape;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.landmark.Eye;

/**
 * What is measured on the eyes.
 *
 * @param leftOpenness see {@link Eye#openness}
 * @param rightOpenness likewise
 * @param area mean of both eyes: width times the distance of the lids, as a share of the squared
 *     distance of the outer corners
 * @param fold how far the darkest line between the upper lid's edge and the brow is below the skin
 *     on both its sides, as a share of the luminance; mean of both eyes
 */
record EyeMeasures(double leftOpenness, double rightOpenness, double area, double fold) {

  /** Samples a side of an eye's crop, and its side in widths of the eye. */
  private static final int CROP = 96;

  private static final double ROOM = 2.4;

  /** Steps up from the lid's edge, each this share of the eye's width. */
  private static final int STEPS = 24;

  private static final double STEP = 0.018;

  /** Nearer to the edge than so many steps are the lashes. */
  private static final int LASHES = 4;

  /** The fold's sides are looked for within so many steps. */
  private static final int SIDE = 7;

  static EyeMeasures of(Image image, DetailedFace face) {
    Eye left = face.leftEye();
    Eye right = face.rightEye();
    double size = Math.max(1, left.outerCorner().distance(right.outerCorner()));
    double angle = face.mesh().angleRadians();
    double area =
        (left.openness() * square(left.width()) + right.openness() * square(right.width())) / 2;
    return new EyeMeasures(
        left.openness(),
        right.openness(),
        area / square(size),
        (fold(image, left, angle) + fold(image, right, angle)) / 2);
  }

  private static double fold(Image image, Eye eye, double angle) {
    Point middle = eye.outerCorner().towards(eye.innerCorner(), 0.5);
    FaceCrop crop = FaceCrop.of(image, middle, ROOM * eye.width(), angle, CROP);
    double[] profile = new double[STEPS];
    double step = STEP * eye.width();
    // The middle half of the lid: the fold runs beside its edge there.
    for (int i = 2; i <= 6; i++) {
      for (int at = 0; at < STEPS; at++) {
        Point edge = eye.upper().get(i);
        profile[at] +=
            crop.luma(
                    new Point(
                        edge.x() + Math.sin(angle) * step * at,
                        edge.y() - Math.cos(angle) * step * at))
                / 5;
      }
    }
    double deepest = 0;
    for (int at = LASHES + 1; at < STEPS - 2; at++) {
      double below = highest(profile, Math.max(LASHES - 1, at - SIDE), at);
      double above = highest(profile, at + 1, Math.min(STEPS, at + 1 + SIDE));
      deepest = Math.max(deepest, (Math.min(below, above) - profile[at]) / Math.max(1, above));
    }
    return deepest;
  }

  private static double highest(double[] values, int from, int to) {
    double highest = 0;
    for (int i = from; i < to; i++) {
      highest = Math.max(highest, values[i]);
    }
    return highest;
  }

  private static double square(double value) {
    return value * value;
  }
}
