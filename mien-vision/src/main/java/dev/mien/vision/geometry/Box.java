package dev.mien.vision.geometry;

/**
 * An upright rectangle in pixels, y down. It may lie partly outside the image it belongs to.
 *
 * @param x left edge
 * @param y top edge
 * @param width not negative
 * @param height not negative
 */
public record Box(double x, double y, double width, double height) {

  public Box {
    if (!(width >= 0 && height >= 0)) {
      throw new IllegalArgumentException("a box of " + width + " x " + height);
    }
  }

  /** The x of the right edge. */
  public double right() {
    return x + width;
  }

  /** The y of the bottom edge. */
  public double bottom() {
    return y + height;
  }

  /** Width times height, in square pixels. */
  public double area() {
    return width * height;
  }

  /** The middle of the rectangle. */
  public Point centre() {
    return new Point(x + width / 2, y + height / 2);
  }

  /** The area that both cover, in square pixels; 0 where they do not meet. */
  public double intersection(Box other) {
    double overlapWidth = Math.min(right(), other.right()) - Math.max(x, other.x);
    double overlapHeight = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
    return overlapWidth > 0 && overlapHeight > 0 ? overlapWidth * overlapHeight : 0;
  }

  /** Intersection over union, 0..1; 0 when both are empty. */
  public double intersectionOverUnion(Box other) {
    double shared = intersection(other);
    double union = area() + other.area() - shared;
    return union > 0 ? shared / union : 0;
  }
}
