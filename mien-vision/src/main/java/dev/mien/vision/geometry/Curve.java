package dev.mien.vision.geometry;

import java.util.ArrayList;
import java.util.List;

/** Smooth curves through points. */
public final class Curve {

  /** Straight pieces that a curve between two given points is taken as. */
  private static final int PIECES = 8;

  private Curve() {}

  /**
   * Points at equal distances along the curve through the given ones (Catmull and Rom, 1974: at
   * each point the curve runs as from its neighbour before to its neighbour after).
   *
   * @param through at least two points; the curve ends at the first and the last
   * @param count of the points to return, both ends among them; at least 2
   */
  public static List<Point> spaced(List<Point> through, int count) {
    if (through.size() < 2 || count < 2) {
      throw new IllegalArgumentException(count + " points of a curve through " + through.size());
    }
    List<Point> fine = fine(through);
    double[] lengths = new double[fine.size()];
    for (int i = 1; i < lengths.length; i++) {
      lengths[i] = lengths[i - 1] + fine.get(i - 1).distance(fine.get(i));
    }
    List<Point> spaced = new ArrayList<>(count);
    int piece = 1;
    for (int i = 0; i < count - 1; i++) {
      double wanted = lengths[lengths.length - 1] * i / (count - 1);
      while (lengths[piece] < wanted) {
        piece++;
      }
      double pieceLength = lengths[piece] - lengths[piece - 1];
      double share = pieceLength > 0 ? (wanted - lengths[piece - 1]) / pieceLength : 0;
      spaced.add(fine.get(piece - 1).towards(fine.get(piece), share));
    }
    spaced.add(fine.getLast());
    return List.copyOf(spaced);
  }

  private static List<Point> fine(List<Point> through) {
    List<Point> fine = new ArrayList<>(PIECES * through.size());
    for (int i = 0; i + 1 < through.size(); i++) {
      Point before = through.get(Math.max(0, i - 1));
      Point from = through.get(i);
      Point to = through.get(i + 1);
      Point after = through.get(Math.min(through.size() - 1, i + 2));
      for (int piece = 0; piece < PIECES; piece++) {
        double t = (double) piece / PIECES;
        fine.add(
            new Point(
                between(before.x(), from.x(), to.x(), after.x(), t),
                between(before.y(), from.y(), to.y(), after.y(), t)));
      }
    }
    fine.add(through.getLast());
    return fine;
  }

  private static double between(double before, double from, double to, double after, double t) {
    return 0.5
        * (2 * from
            + t
                * (to
                    - before
                    + t
                        * (2 * before
                            - 5 * from
                            + 4 * to
                            - after
                            + t * (3 * (from - to) + after - before))));
  }
}
