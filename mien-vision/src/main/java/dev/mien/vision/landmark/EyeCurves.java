package dev.mien.vision.landmark;

import dev.mien.vision.geometry.Point;
import java.util.ArrayList;
import java.util.List;

/** The edges of the lids, moved as the hand-set points of the eye are. */
final class EyeCurves {

  /** Where the four hand-set points of a lid lie among its nine, corners included. */
  private static final double[] ANCHORS = {0, 2.5, 5.5, 8};

  /** The hand-set points of each lid from the outer to the inner corner. */
  private static final int[] LEFT_LOWER = {36, 41, 40, 39};

  private static final int[] LEFT_UPPER = {36, 37, 38, 39};
  private static final int[] RIGHT_LOWER = {45, 46, 47, 42};
  private static final int[] RIGHT_UPPER = {45, 44, 43, 42};

  private EyeCurves() {}

  static ClosedContour left(DetailedFace face, List<Point> handSet) {
    Eye eye = face.leftEye();
    return new ClosedContour(
        moved(eye.lower(), handSet, LEFT_LOWER), moved(eye.upper(), handSet, LEFT_UPPER));
  }

  static ClosedContour right(DetailedFace face, List<Point> handSet) {
    Eye eye = face.rightEye();
    return new ClosedContour(
        moved(eye.lower(), handSet, RIGHT_LOWER), moved(eye.upper(), handSet, RIGHT_UPPER));
  }

  /** Between two anchors the move changes evenly from the one's to the other's. */
  private static List<Point> moved(List<Point> lid, List<Point> handSet, int[] indices) {
    List<Point> moved = new ArrayList<>(lid.size());
    int anchor = 0;
    for (int i = 0; i < lid.size(); i++) {
      while (i > ANCHORS[anchor + 1]) {
        anchor++;
      }
      double share = (i - ANCHORS[anchor]) / (ANCHORS[anchor + 1] - ANCHORS[anchor]);
      Point from = handSet.get(indices[anchor]);
      Point to = handSet.get(indices[anchor + 1]);
      Point start = at(lid, ANCHORS[anchor]);
      Point end = at(lid, ANCHORS[anchor + 1]);
      Point point = lid.get(i);
      moved.add(
          new Point(
              point.x() + (1 - share) * (from.x() - start.x()) + share * (to.x() - end.x()),
              point.y() + (1 - share) * (from.y() - start.y()) + share * (to.y() - end.y())));
    }
    return List.copyOf(moved);
  }

  private static Point at(List<Point> lid, double position) {
    int before = (int) position;
    return before == position
        ? lid.get(before)
        : lid.get(before).towards(lid.get(before + 1), position - before);
  }
}
