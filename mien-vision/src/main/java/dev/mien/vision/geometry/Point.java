package dev.mien.vision.geometry;

/**
 * A point in pixels, y down; the centre of the top left pixel is (0.5, 0.5).
 *
 * @param x to the right
 * @param y down
 */
public record Point(double x, double y) {

  /** How far another point is, in pixels. */
  public double distance(Point other) {
    return Math.hypot(other.x - x, other.y - y);
  }

  /** The point at a share of the way to another one. */
  public Point towards(Point other, double share) {
    return new Point(x + share * (other.x - x), y + share * (other.y - y));
  }
}
