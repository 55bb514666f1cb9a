package dev.mien.vision.landmark;

import dev.mien.vision.geometry.Point;
import java.util.List;

/**
 * One eye, in pixels of the displayed image. "Outer" is towards the temple, "inner" towards the
 * nose.
 *
 * @param lower the edge of the lower lid from the outer to the inner corner, {@value #LID_POINTS}
 *     points
 * @param upper the edge of the upper lid from the outer to the inner corner, with the same ends
 * @param pupil the middle of the iris; where it should be when the eye is closed
 * @param irisEdge four points of the iris' edge: a quarter of a turn from one to the next
 */
public record Eye(List<Point> lower, List<Point> upper, Point pupil, List<Point> irisEdge) {

  /** Points of one lid's edge, with both corners. */
  public static final int LID_POINTS = 9;

  /** Points of the iris' edge. */
  public static final int IRIS_POINTS = 4;

  public Eye {
    lower = List.copyOf(lower);
    upper = List.copyOf(upper);
    irisEdge = List.copyOf(irisEdge);
    if (lower.size() != LID_POINTS
        || upper.size() != LID_POINTS
        || irisEdge.size() != IRIS_POINTS) {
      throw new IllegalArgumentException(
          "an eye of %d + %d + %d points".formatted(lower.size(), upper.size(), irisEdge.size()));
    }
  }

  /** The corner towards the temple. */
  public Point outerCorner() {
    return lower.getFirst();
  }

  /** The corner towards the nose. */
  public Point innerCorner() {
    return lower.getLast();
  }

  /** The distance of the corners. */
  public double width() {
    return outerCorner().distance(innerCorner());
  }

  /** The mean distance of the iris' edge from its middle. */
  public double irisRadius() {
    return irisEdge.stream().mapToDouble(pupil::distance).average().orElseThrow();
  }

  /**
   * How far the eye is open: the mean distance of the lids over the middle half of the eye, as a
   * share of its width. About 0.05 when closed, 0.3 when open.
   */
  public double openness() {
    double sum = 0;
    int from = LID_POINTS / 4;
    int to = LID_POINTS - from;
    for (int i = from; i < to; i++) {
      sum += upper.get(i).distance(lower.get(i));
    }
    return sum / (to - from) / Math.max(width(), Double.MIN_NORMAL);
  }
}
