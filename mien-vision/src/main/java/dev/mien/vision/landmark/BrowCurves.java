package dev.mien.vision.landmark;

import dev.mien.vision.geometry.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * The edges of the eyebrows: the upper one and the ends are hand-set points, the lower one is the
 * mesh's.
 */
final class BrowCurves {

  private BrowCurves() {}

  static ClosedContour left(Landmarks mesh, List<Point> handSet) {
    return contour(mesh.points(MeshParts.LEFT_BROW_LOWER), handSet.subList(17, 22));
  }

  static ClosedContour right(Landmarks mesh, List<Point> handSet) {
    return contour(mesh.points(MeshParts.RIGHT_BROW_LOWER), handSet.subList(22, 27).reversed());
  }

  /** Both edges from the outer to the inner end. */
  private static ClosedContour contour(List<Point> meshEdge, List<Point> upper) {
    List<Point> lower = new ArrayList<>(meshEdge);
    lower.set(0, upper.getFirst());
    lower.set(lower.size() - 1, upper.getLast());
    return new ClosedContour(lower, upper);
  }
}
