package dev.mien.vision.shape;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.landmark.Eye;
import java.util.Arrays;

/**
 * What is measured on the eyes.
 *
 * @param leftOpenness see {@link Eye#openness}
 * @param rightOpenness likewise
 * @param area mean of both eyes: width times the distance of the lids, as a share of the squared
 *     distance of the outer corners
 * @param fold how much darker than the skin above and below it the darkest line between the upper
 *     lid's lashes and the brow is, as a share of the luminance; mean of both eyes
 */
record EyeMeasures(double leftOpenness, double rightOpenness, double area, double fold) {

  /** Samples a side of an eye's crop, and its side in widths of the eye. */
  private static final int CROP = 96;

  private static final double ROOM = 2.4;

  /** Steps up from the lid's edge, each this share of the eye's width. */
  private static final double STEP = 0.018;

  /** Where the fold is looked for: above the lashes, below the brow. */
  private static final int FIRST_STEP = 7;

  private static final int LAST_STEP = 19;

  /** The skin that the fold is compared with lies so many steps above and below it. */
  private static final int BESIDE = 4;

  /** The middle of the lid, where the fold runs beside its edge: so many of its points. */
  private static final int COLUMNS = 5;

  private static final int FIRST_COLUMN = 2;

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

  /** The median over the columns of the deepest place of each. */
  private static double fold(Image image, Eye eye, double angle) {
    Point middle = eye.outerCorner().towards(eye.innerCorner(), 0.5);
    FaceCrop crop = FaceCrop.of(image, middle, ROOM * eye.width(), angle, CROP);
    double[] folds = new double[COLUMNS];
    for (int i = 0; i < COLUMNS; i++) {
      folds[i] = fold(crop, eye.upper().get(FIRST_COLUMN + i), STEP * eye.width(), angle);
    }
    Arrays.sort(folds);
    return folds[COLUMNS / 2];
  }

  private static double fold(FaceCrop crop, Point edge, double step, double angle) {
    double[] luma = new double[LAST_STEP + BESIDE + 1];
    for (int i = 0; i < luma.length; i++) {
      double x = edge.x() + Math.sin(angle) * step * i;
      double y = edge.y() - Math.cos(angle) * step * i;
      luma[i] = crop.luma(new Point(x, y));
    }
    double deepest = Double.NEGATIVE_INFINITY;
    for (int i = FIRST_STEP; i <= LAST_STEP; i++) {
      double skin = (luma[i - BESIDE] + luma[i + BESIDE]) / 2;
      double mean = Math.max(1, (2 * skin + luma[i]) / 3);
      deepest = Math.max(deepest, (skin - luma[i]) / mean);
    }
    return deepest;
  }

  private static double square(double value) {
    return value * value;
  }
}
