package dev.mien.vision.landmark;

import dev.mien.vision.geometry.Curve;
import dev.mien.vision.geometry.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * A contour of two lines with common ends.
 *
 * @param lower from its first to its second end
 * @param upper from the same first to the same second end
 */
record ClosedContour(List<Point> lower, List<Point> upper) {

  /**
   * Points around the contour: the first end, along the lower line, the second end, back along the
   * upper line; each line is divided into equal parts.
   *
   * @param count an even number
   */
  List<Point> loop(int count) {
    List<Point> points = new ArrayList<>(Curve.spaced(lower, count / 2 + 1));
    points.addAll(inner(Curve.spaced(upper, count / 2 + 1)).reversed());
    return List.copyOf(points);
  }

  /** Like {@link #loop}, without the two ends. */
  List<Point> loopWithoutEnds(int count) {
    List<Point> points = new ArrayList<>(inner(Curve.spaced(lower, count / 2 + 2)));
    points.addAll(inner(Curve.spaced(upper, count / 2 + 2)).reversed());
    return List.copyOf(points);
  }

  private static List<Point> inner(List<Point> points) {
    return points.subList(1, points.size() - 1);
  }
}
