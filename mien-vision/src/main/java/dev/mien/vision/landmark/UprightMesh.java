package dev.mien.vision.landmark;

import dev.mien.vision.geometry.Point;

/**
 * The mesh as it would be seen straight from the front: its points in the head's own axes, from the
 * depths that the net gives. Coordinates are shares of the width of the face (from the edge of one
 * cheek to that of the other), x to the right, y down, z away from the camera; the origin is the
 * middle between the eyes. Immutable and thread-safe.
 */
public final class UprightMesh {

  private static final int LEFT_CHEEK_EDGE = 234;
  private static final int RIGHT_CHEEK_EDGE = 454;

  private final double[] coordinates;

  private UprightMesh(double[] coordinates) {
    this.coordinates = coordinates;
  }

  /** Turns a mesh to the front. */
  public static UprightMesh of(Landmarks mesh) {
    double[][] axes = PoseEstimator.axes(mesh);
    double[] turned = new double[3 * Landmarks.MESH_POINTS];
    for (int i = 0; i < Landmarks.MESH_POINTS; i++) {
      Point point = mesh.point(i);
      for (int axis = 0; axis < 3; axis++) {
        turned[3 * i + axis] =
            axes[axis][0] * point.x() + axes[axis][1] * point.y() + axes[axis][2] * mesh.depth(i);
      }
    }
    UprightMesh raw = new UprightMesh(turned);
    double width = Math.max(raw.distance(LEFT_CHEEK_EDGE, RIGHT_CHEEK_EDGE), Double.MIN_NORMAL);
    double[] origin = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      origin[axis] =
          (raw.middle(MeshPicks.LEFT_EYE, axis) + raw.middle(MeshPicks.RIGHT_EYE, axis)) / 2;
    }
    for (int i = 0; i < turned.length; i++) {
      turned[i] = (turned[i] - origin[i % 3]) / width;
    }
    return raw;
  }

  /** To the right. */
  public double x(int index) {
    return coordinates[3 * index];
  }

  /** Down. */
  public double y(int index) {
    return coordinates[3 * index + 1];
  }

  /** Away from the camera. */
  public double z(int index) {
    return coordinates[3 * index + 2];
  }

  /** The distance of two points in space. */
  public double distance(int one, int other) {
    return Math.sqrt(
        square(x(one) - x(other)) + square(y(one) - y(other)) + square(z(one) - z(other)));
  }

  private double middle(int[] indices, int axis) {
    double sum = 0;
    for (int index : indices) {
      sum += coordinates[3 * index + axis];
    }
    return sum / indices.length;
  }

  private static double square(double value) {
    return value * value;
  }
}
