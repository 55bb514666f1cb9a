package dev.mien.vision.landmark;

import dev.mien.vision.geometry.Point;
import java.util.List;

/**
 * The mesh of a face with its eyes looked at closely. "Left" and "right" are those of the upright
 * face in the image, so that the left eye is the person's right one.
 *
 * @param mesh the whole face
 * @param leftEye the eye at the left
 * @param rightEye the eye at the right
 */
public record DetailedFace(Landmarks mesh, Eye leftEye, Eye rightEye) {

  /**
   * The 68 points of the iBUG scheme, where people set them by hand: those of the mesh (lids: of
   * the eyes), moved as {@link HandSetPoints} learned it. More exact than {@link Landmarks#ibug68},
   * which the embedders' crops are tied to.
   */
  public List<Point> ibug68() {
    return HandSetPoints.of(this);
  }
}
