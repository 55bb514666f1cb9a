package dev.mien.vision.attribute;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.landmark.Landmarks;

/** Ratios of distances of the mesh that tell lids, lips and the turn of the head. */
final class ShapeFeatures {

  /** How many there are. */
  static final int COUNT = 8;

  private static final int LEFT_OUTER = 33;
  private static final int LEFT_INNER = 133;
  private static final int LEFT_UPPER = 159;
  private static final int LEFT_LOWER = 145;
  private static final int RIGHT_OUTER = 263;
  private static final int RIGHT_INNER = 362;
  private static final int RIGHT_UPPER = 386;
  private static final int RIGHT_LOWER = 374;
  private static final int UPPER_LIP = 13;
  private static final int LOWER_LIP = 14;
  private static final int MOUTH_LEFT = 61;
  private static final int MOUTH_RIGHT = 291;
  private static final int FOREHEAD = 10;
  private static final int CHIN = 152;
  private static final int CHEEK_LEFT = 234;
  private static final int CHEEK_RIGHT = 454;
  private static final int NOSE_TIP = 1;

  private ShapeFeatures() {}

  /**
   * In this order: opening of the narrower and of the wider eye by its width, opening of the lips
   * by the mouth's width and by the face's height, width of the mouth by the face's, how far the
   * corners of the mouth are raised, how far the nose tip is off the middle, and how far down it
   * is. The same for a face and its mirror image.
   */
  static float[] of(Landmarks landmarks) {
    double left = ratio(landmarks, LEFT_UPPER, LEFT_LOWER, LEFT_OUTER, LEFT_INNER);
    double right = ratio(landmarks, RIGHT_UPPER, RIGHT_LOWER, RIGHT_OUTER, RIGHT_INNER);
    Point top = landmarks.point(FOREHEAD);
    Point down = axis(top, landmarks.point(CHIN));
    Point across = axis(landmarks.point(CHEEK_LEFT), landmarks.point(CHEEK_RIGHT));
    Point lips = middle(landmarks, UPPER_LIP, LOWER_LIP);
    Point corners = middle(landmarks, MOUTH_LEFT, MOUTH_RIGHT);
    Point cheeks = middle(landmarks, CHEEK_LEFT, CHEEK_RIGHT);
    Point nose = landmarks.point(NOSE_TIP);
    return new float[] {
      (float) Math.min(left, right),
      (float) Math.max(left, right),
      (float) ratio(landmarks, UPPER_LIP, LOWER_LIP, MOUTH_LEFT, MOUTH_RIGHT),
      (float) ratio(landmarks, UPPER_LIP, LOWER_LIP, FOREHEAD, CHIN),
      (float) ratio(landmarks, MOUTH_LEFT, MOUTH_RIGHT, CHEEK_LEFT, CHEEK_RIGHT),
      (float) along(corners, lips, down),
      (float) Math.abs(along(cheeks, nose, across)),
      (float) along(top, nose, down)
    };
  }

  private static double ratio(Landmarks landmarks, int from, int to, int baseFrom, int baseTo) {
    double base = distance(landmarks.point(baseFrom), landmarks.point(baseTo));
    return base > 0 ? distance(landmarks.point(from), landmarks.point(to)) / base : 0;
  }

  private static double distance(Point one, Point other) {
    return Math.hypot(one.x() - other.x(), one.y() - other.y());
  }

  private static Point middle(Landmarks landmarks, int one, int other) {
    Point first = landmarks.point(one);
    Point second = landmarks.point(other);
    return new Point((first.x() + second.x()) / 2, (first.y() + second.y()) / 2);
  }

  /** From one point to another, divided by the square of its length. */
  private static Point axis(Point from, Point to) {
    double x = to.x() - from.x();
    double y = to.y() - from.y();
    double square = Math.max(x * x + y * y, 1e-9);
    return new Point(x / square, y / square);
  }

  /** How far it is from one point to another along an axis, as a share of the axis. */
  private static double along(Point from, Point to, Point axis) {
    return (to.x() - from.x()) * axis.x() + (to.y() - from.y()) * axis.y();
  }
}
