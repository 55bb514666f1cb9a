package dev.mien.vision.shape;

import dev.mien.vision.geometry.Curve;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.landmark.FaceContours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is measured on the eyebrows, the mean of both. Along each brow, across it, the luminance is
 * sampled; what is darker than the skin around counts as hair.
 *
 * @param density the hair's darkness (share of the skin's luminance) summed over the brow's
 *     thickness, as a share of the distance of the outer eye corners; 0 without a brow
 * @param curve the rise of the brow's middle over its ends, as a share of its length
 * @param length of the part that has hair, in widths of the eye
 */
record BrowMeasures(double density, double curve, double length) {

  /** Places along the brow, and beyond its ends by this share of its length. */
  private static final int PLACES = 25;

  private static final double BEYOND = 0.15;

  /** Samples across the brow, on a line of this share of the distance of the outer eye corners. */
  private static final int SAMPLES = 21;

  private static final double ACROSS = 0.26;

  /** Where there is less hair than this share of the densest place's, the brow has ended. */
  private static final double END_SHARE = 0.35;

  static BrowMeasures of(FaceCrop crop, FaceContours contours) {
    Point left = contours.leftEye().getFirst();
    Point right = contours.rightEye().getFirst();
    double size = Math.max(1, left.distance(right));
    Point down =
        new Point(
            -(right.y() - left.y()) / size * ACROSS * size,
            (right.x() - left.x()) / size * ACROSS * size);
    BrowMeasures one = of(crop, contours.leftBrow(), contours.leftEye(), down, size);
    BrowMeasures other = of(crop, contours.rightBrow(), contours.rightEye(), down, size);
    return new BrowMeasures(
        (one.density + other.density) / 2,
        (one.curve + other.curve) / 2,
        (one.length + other.length) / 2);
  }

  private static BrowMeasures of(
      FaceCrop crop, List<Point> brow, List<Point> eye, Point down, double size) {
    List<Point> line = middle(brow);
    double length = line.getFirst().distance(line.getLast());
    double[] hair = new double[PLACES];
    double[] height = new double[PLACES];
    for (int i = 0; i < PLACES; i++) {
      double share = -BEYOND + (1 + 2 * BEYOND) * i / (PLACES - 1);
      double[] place = place(crop, at(line, share), down);
      hair[i] = place[0] * ACROSS;
      Point chord = line.getFirst().towards(line.getLast(), share);
      Point found = at(line, share);
      double above =
          ((chord.x() - found.x()) * down.x() + (chord.y() - found.y()) * down.y())
              / (ACROSS * size);
      height[i] = above - place[1] * ACROSS * size;
    }
    double most = Arrays.stream(hair).max().orElseThrow();
    long grown = Arrays.stream(hair).filter(value -> value > END_SHARE * most).count();
    double eyeWidth = Math.max(1, eye.get(0).distance(eye.get(4)));
    return new BrowMeasures(
        mean(hair, 5, 20),
        (mean(height, 10, 15) - (mean(height, 4, 7) + mean(height, 18, 21)) / 2)
            / Math.max(1, length),
        length / eyeWidth * (1 + 2 * BEYOND) * grown / PLACES);
  }

  /** Between the edges, from the outer to the inner end. */
  private static List<Point> middle(List<Point> brow) {
    List<Point> middle = new ArrayList<>();
    middle.add(brow.get(0));
    for (int i = 1; i <= 3; i++) {
      middle.add(brow.get(i).towards(brow.get(8 - i), 0.5));
    }
    middle.add(brow.get(4));
    return Curve.spaced(middle, PLACES);
  }

  /** A point of the line by its share of the length; beyond the ends, straight on. */
  private static Point at(List<Point> line, double share) {
    double position = share * (line.size() - 1);
    int before = (int) Math.clamp(Math.floor(position), 0, line.size() - 2);
    return line.get(before).towards(line.get(before + 1), position - before);
  }

  /**
   * Across the brow at one point: the mean darkness, and where its middle lies (-0.5 to 0.5,
   * downwards).
   */
  private static double[] place(FaceCrop crop, Point centre, Point down) {
    double[] luma = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      double share = (double) i / (SAMPLES - 1) - 0.5;
      luma[i] = crop.luma(new Point(centre.x() + share * down.x(), centre.y() + share * down.y()));
    }
    double[] sorted = luma.clone();
    Arrays.sort(sorted);
    double skin = Math.max(1, sorted[SAMPLES * 3 / 4]);
    double sum = 0;
    double moment = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double dark = Math.max(0, 1 - luma[i] / skin);
      sum += dark;
      moment += dark * ((double) i / (SAMPLES - 1) - 0.5);
    }
    return new double[] {sum / SAMPLES, sum > 0 ? moment / sum : 0};
  }

  private static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).average().orElseThrow();
  }
}
