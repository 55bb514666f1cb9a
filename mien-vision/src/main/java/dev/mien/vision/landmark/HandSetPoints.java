package dev.mien.vision.landmark;

import dev.mien.vision.geometry.Point;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * From the mesh to the 68 points as people set them by hand. The mesh's own points lie on the skin
 * and move with it, while people mark the visible outline; the difference depends on how the head
 * is turned. Each point is moved by a linear function of the sines of yaw and pitch, in axes along
 * and across the line through the eyes, as a share of the distance from forehead to chin. The table
 * was fitted by ridge regression on 43 faces and their mirror images ({@code
 * HandSetPointsMeasurement} among the tests makes it and says how well it does on pictures it has
 * not seen).
 */
final class HandSetPoints {

  private static final String TABLE = "hand-set-points.txt";

  private static final int POINTS = 68;

  /** For x and for y: constant, times the sine of yaw, times the sine of pitch. */
  private static final int COLUMNS = 6;

  private static final int FOREHEAD = 10;
  private static final int CHIN = 152;

  private static final double[][] MOVES = read();

  private HandSetPoints() {}

  /** The 68 points of a face. */
  static List<Point> of(DetailedFace face) {
    return moved(face, MOVES);
  }

  /** The 68 points of a face by another table than the one in use. */
  static List<Point> moved(DetailedFace face, double[][] moves) {
    List<Point> start = start(face);
    Pose pose = PoseEstimator.estimate(face.mesh());
    double yaw = Math.sin(Math.toRadians(pose.yaw()));
    double pitch = Math.sin(Math.toRadians(pose.pitch()));
    double size = size(face.mesh());
    double along = size * Math.cos(face.mesh().angleRadians());
    double across = size * Math.sin(face.mesh().angleRadians());
    List<Point> moved = new ArrayList<>(POINTS);
    for (int i = 0; i < POINTS; i++) {
      double[] row = moves[i];
      double dx = row[0] + yaw * row[1] + pitch * row[2];
      double dy = row[3] + yaw * row[4] + pitch * row[5];
      Point point = start.get(i);
      moved.add(
          new Point(point.x() + along * dx - across * dy, point.y() + across * dx + along * dy));
    }
    return List.copyOf(moved);
  }

  /**
   * The points before they are moved: those of the mesh, but the lids as the iris net sees them.
   */
  static List<Point> start(DetailedFace face) {
    List<Point> points = new ArrayList<>(face.mesh().ibug68());
    Eye left = face.leftEye();
    Eye right = face.rightEye();
    // Between lid points 2 and 3, and 5 and 6 of 0..8: a third of the lid from either corner.
    set(points, 36, left.outerCorner(), third(left.upper(), 2), third(left.upper(), 5));
    set(points, 39, left.innerCorner(), third(left.lower(), 5), third(left.lower(), 2));
    set(points, 42, right.innerCorner(), third(right.upper(), 5), third(right.upper(), 2));
    set(points, 45, right.outerCorner(), third(right.lower(), 2), third(right.lower(), 5));
    return points;
  }

  private static void set(List<Point> points, int from, Point... values) {
    for (int i = 0; i < values.length; i++) {
      points.set(from + i, values[i]);
    }
  }

  private static Point third(List<Point> lid, int index) {
    return lid.get(index).towards(lid.get(index + 1), 0.5);
  }

  /** The distance from forehead to chin in space, in pixels. */
  static double size(Landmarks mesh) {
    return Math.hypot(
        mesh.point(FOREHEAD).distance(mesh.point(CHIN)), mesh.depth(FOREHEAD) - mesh.depth(CHIN));
  }

  private static double[][] read() {
    try (InputStream stream = HandSetPoints.class.getResourceAsStream(TABLE)) {
      if (stream == null) {
        throw new IllegalStateException(TABLE + " is not on the class path");
      }
      List<String> lines =
          new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();
      double[][] rows = new double[POINTS][COLUMNS];
      for (int i = 0; i < POINTS; i++) {
        String[] cells = lines.get(i).strip().split(" +", -1);
        for (int column = 0; column < COLUMNS; column++) {
          rows[i][column] = Double.parseDouble(cells[column]);
        }
      }
      return rows;
    } catch (IOException e) {
      throw new IllegalStateException(TABLE + " cannot be read", e);
    }
  }
}
