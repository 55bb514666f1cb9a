package dev.mien.vision.geometry;

import java.util.List;

/**
 * A map of the plane that turns, scales and shifts, but never mirrors or shears: x' = a x - b y +
 * shiftX, y' = b x + a y + shiftY.
 *
 * @param a scale times the cosine of the turn
 * @param b scale times the sine of the turn (clockwise as seen, since y points down)
 * @param shiftX added to x
 * @param shiftY added to y
 */
public record Similarity(double a, double b, double shiftX, double shiftY) {

  /**
   * The map that turns and scales about the origin and takes one point to another.
   *
   * @param scale greater than 0
   * @param angleRadians clockwise as seen
   */
  public static Similarity of(double scale, double angleRadians, Point from, Point to) {
    double a = scale * Math.cos(angleRadians);
    double b = scale * Math.sin(angleRadians);
    return new Similarity(
        a, b, to.x() - (a * from.x() - b * from.y()), to.y() - (b * from.x() + a * from.y()));
  }

  /**
   * The map that brings the points of one list nearest to those of the other, by the sum of squared
   * distances. In the plane Umeyama's solution (1991) is one complex division: both lists about
   * their means, the map is (sum of conj(from) to) / (sum of |from| squared).
   *
   * @throws IllegalArgumentException when the lists differ in length or all of {@code from} is one
   *     point
   */
  public static Similarity fit(List<Point> from, List<Point> to) {
    if (from.size() != to.size() || from.size() < 2) {
      throw new IllegalArgumentException(from.size() + " points onto " + to.size());
    }
    Point fromMean = mean(from);
    Point toMean = mean(to);
    double real = 0;
    double imaginary = 0;
    double spread = 0;
    for (int i = 0; i < from.size(); i++) {
      double x = from.get(i).x() - fromMean.x();
      double y = from.get(i).y() - fromMean.y();
      double u = to.get(i).x() - toMean.x();
      double v = to.get(i).y() - toMean.y();
      real += x * u + y * v;
      imaginary += x * v - y * u;
      spread += x * x + y * y;
    }
    if (!(spread > 0)) {
      throw new IllegalArgumentException("all points coincide");
    }
    double a = real / spread;
    double b = imaginary / spread;
    return new Similarity(
        a,
        b,
        toMean.x() - (a * fromMean.x() - b * fromMean.y()),
        toMean.y() - (b * fromMean.x() + a * fromMean.y()));
  }

  private static Point mean(List<Point> points) {
    double x = 0;
    double y = 0;
    for (Point point : points) {
      x += point.x();
      y += point.y();
    }
    return new Point(x / points.size(), y / points.size());
  }

  /** Where a point goes. */
  public Point apply(Point point) {
    return apply(point.x(), point.y());
  }

  /** Where a point goes. */
  public Point apply(double x, double y) {
    return new Point(a * x - b * y + shiftX, b * x + a * y + shiftY);
  }

  /** How many times longer distances become; greater than 0 unless the map is degenerate. */
  public double scale() {
    return Math.hypot(a, b);
  }

  /** The turn, clockwise as seen, -pi..pi. */
  public double angleRadians() {
    return Math.atan2(b, a);
  }

  /** The map back. */
  public Similarity inverse() {
    double squaredScale = a * a + b * b;
    double inverseA = a / squaredScale;
    double inverseB = -b / squaredScale;
    return new Similarity(
        inverseA,
        inverseB,
        -(inverseA * shiftX - inverseB * shiftY),
        -(inverseB * shiftX + inverseA * shiftY));
  }

  /** The same map into a plane that is {@code factor} times as large. */
  public Similarity scaled(double factor) {
    return new Similarity(a * factor, b * factor, shiftX * factor, shiftY * factor);
  }
}
