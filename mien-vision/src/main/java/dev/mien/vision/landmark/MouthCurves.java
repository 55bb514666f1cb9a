package dev.mien.vision.landmark;

import dev.mien.vision.geometry.Point;
import java.util.ArrayList;
import java.util.List;

/** The edges of the lips from the left to the right corner, through the hand-set points. */
final class MouthCurves {

  private MouthCurves() {}

  static ClosedContour outside(List<Point> handSet) {
    return contour(handSet.subList(48, 60));
  }

  static ClosedContour inside(List<Point> handSet) {
    return contour(handSet.subList(60, 68));
  }

  /** The scheme goes from the left corner along the upper lip and back along the lower. */
  private static ClosedContour contour(List<Point> ring) {
    int right = ring.size() / 2;
    List<Point> lower = new ArrayList<>(ring.subList(right, ring.size()));
    lower.add(ring.getFirst());
    return new ClosedContour(lower.reversed(), ring.subList(0, right + 1));
  }
}
