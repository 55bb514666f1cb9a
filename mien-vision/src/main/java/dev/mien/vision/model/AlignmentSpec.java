package dev.mien.vision.model;

import dev.mien.vision.geometry.Point;
import java.util.List;

/** Where the landmarks of a face belong in the crop that an embedder takes. */
public sealed interface AlignmentSpec {

  /**
   * Most of the 68 iBUG points onto dlib's mean face shape, which fills the unit square.
   *
   * @param padding room around that square, as a share of its side; dlib's own nets are trained
   *     with 0.25
   */
  record MeanShape(double padding) implements AlignmentSpec {
    public MeanShape {
      if (!(padding >= 0 && padding < 2)) {
        throw new IllegalArgumentException("padding must be 0..2: " + padding);
      }
    }
  }

  /**
   * The five points (eyes, nose tip, mouth corners, the image's left first) onto given places.
   *
   * @param points in sample indices of the crop, (0, 0) being the centre of its top left sample
   */
  record FivePoints(List<Point> points) implements AlignmentSpec {
    public FivePoints {
      points = List.copyOf(points);
      if (points.size() != 5) {
        throw new IllegalArgumentException("five points are needed, not " + points.size());
      }
    }
  }
}
