package dev.mien.vision.landmark;

import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import java.util.ArrayList;
import java.util.List;

/** The 468 points of the face mesh in pixels of the displayed image. Immutable and thread-safe. */
public final class Landmarks {

  /** Points in the mesh. */
  public static final int MESH_POINTS = 468;

  private final float[] mesh;

  private Landmarks(float[] mesh) {
    this.mesh = mesh;
  }

  /**
   * The mesh from its coordinates.
   *
   * @param mesh x, y, z of each point; copied
   */
  public static Landmarks of(float[] mesh) {
    if (mesh.length != 3 * MESH_POINTS) {
      throw new IllegalArgumentException(mesh.length + " coordinates");
    }
    return new Landmarks(mesh.clone());
  }

  /** Mesh point 0..467. */
  public Point point(int index) {
    return new Point(mesh[3 * index], mesh[3 * index + 1]);
  }

  /** Several mesh points, in the order of their indices. */
  public List<Point> points(int... indices) {
    List<Point> points = new ArrayList<>(indices.length);
    for (int index : indices) {
      points.add(point(index));
    }
    return List.copyOf(points);
  }

  /** Depth of mesh point 0..467 in pixels; smaller is nearer to the camera. */
  public double depth(int index) {
    return mesh[3 * index + 2];
  }

  /** The 68 points of the iBUG scheme, jaw to inner lips, picked from the mesh. */
  public List<Point> ibug68() {
    List<Point> points = new ArrayList<>(MeshPicks.ibug68Count());
    for (int i = 0; i < MeshPicks.ibug68Count(); i++) {
      points.add(point(MeshPicks.ibug68(i)));
    }
    return List.copyOf(points);
  }

  /**
   * Eyes (the middle of the lids), nose tip, mouth corners; of each pair the one at the left of the
   * upright face first.
   */
  public List<Point> five() {
    return List.of(
        middle(MeshPicks.LEFT_EYE),
        middle(MeshPicks.RIGHT_EYE),
        middle(MeshPicks.NOSE_TIP),
        point(MeshPicks.LEFT_MOUTH_CORNER),
        point(MeshPicks.RIGHT_MOUTH_CORNER));
  }

  /** How far the line through the eyes is turned, clockwise as seen, -pi..pi. */
  public double angleRadians() {
    Point left = middle(MeshPicks.LEFT_EYE);
    Point right = middle(MeshPicks.RIGHT_EYE);
    return Math.atan2(right.y() - left.y(), right.x() - left.x());
  }

  private Point middle(int[] indices) {
    double x = 0;
    double y = 0;
    for (int index : indices) {
      x += mesh[3 * index];
      y += mesh[3 * index + 1];
    }
    return new Point(x / indices.length, y / indices.length);
  }

  /** The smallest upright rectangle around all mesh points. */
  public Box bounds() {
    return bounds(0);
  }

  /**
   * The smallest rectangle around all mesh points in axes that are turned about the origin.
   *
   * @param angleRadians of the axes, clockwise as seen
   */
  Box bounds(double angleRadians) {
    double cosine = Math.cos(angleRadians);
    double sine = Math.sin(angleRadians);
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int at = 0; at < mesh.length; at += 3) {
      double x = cosine * mesh[at] + sine * mesh[at + 1];
      double y = cosine * mesh[at + 1] - sine * mesh[at];
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    return new Box(left, top, right - left, bottom - top);
  }
}
