package dev.mien.vision.landmark;

/**
 * The head's turn from the depth of the mesh. Two directions are measured on bone rather than on
 * moving skin: across the face (temple to temple, cheek to cheek, outer eye corner to outer eye
 * corner) and down the face (forehead to chin); with their cross product they are the axes of a
 * rotation, which is taken apart as roll, then yaw, then pitch.
 */
public final class PoseEstimator {

  /** Pairs left, right of points at the same height of an upright face. */
  private static final int[][] ACROSS = {{127, 356}, {234, 454}, {33, 263}, {93, 323}};

  private static final int FOREHEAD = 10;
  private static final int CHIN = 152;

  /**
   * The angle of the line from forehead to chin of a face that looks straight ahead, in degrees:
   * the median over 1,239 photographs labelled as frontal.
   */
  private static final double NEUTRAL_PITCH_DEGREES = -7.5;

  private PoseEstimator() {}

  /** The pose of a face. */
  public static Pose estimate(Landmarks landmarks) {
    double[][] axes = axes(landmarks);
    double[] x = axes[0];
    double[] y = axes[1];
    double[] z = axes[2];
    double roll = Math.atan2(x[1], x[0]);
    double yaw = Math.asin(Math.clamp(x[2], -1, 1));
    double pitch = Math.atan2(-y[2], z[2]);
    return new Pose(
        Math.toDegrees(pitch) - NEUTRAL_PITCH_DEGREES, Math.toDegrees(yaw), Math.toDegrees(roll));
  }

  /** The head's own unit axes in those of the image: across, down, away from the camera. */
  static double[][] axes(Landmarks landmarks) {
    double[] across = new double[3];
    for (int[] pair : ACROSS) {
      double[] direction = difference(landmarks, pair[0], pair[1]);
      for (int axis = 0; axis < 3; axis++) {
        across[axis] += direction[axis];
      }
    }
    double[] down = difference(landmarks, FOREHEAD, CHIN);
    double[] x = unit(across);
    double[] z = unit(cross(x, down));
    return new double[][] {x, cross(z, x), z};
  }

  private static double[] difference(Landmarks landmarks, int from, int to) {
    return new double[] {
      landmarks.point(to).x() - landmarks.point(from).x(),
      landmarks.point(to).y() - landmarks.point(from).y(),
      landmarks.depth(to) - landmarks.depth(from)
    };
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double[] unit(double[] vector) {
    double length =
        Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
    return new double[] {vector[0] / length, vector[1] / length, vector[2] / length};
  }
}
