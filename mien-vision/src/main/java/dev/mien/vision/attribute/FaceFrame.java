package dev.mien.vision.attribute;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.landmark.Landmarks;
import java.util.List;

/**
 * Where a face lies: the middle of its mesh, how it is turned and how large it is.
 *
 * @param centre in pixels of the image
 * @param angleRadians of the line through the eyes, clockwise as seen
 * @param size the longer side of the rectangle around the mesh, in pixels
 */
record FaceFrame(Point centre, double angleRadians, double size) {

  static FaceFrame of(Landmarks landmarks) {
    List<Point> five = landmarks.five();
    double angle = Math.atan2(five.get(1).y() - five.get(0).y(), five.get(1).x() - five.get(0).x());
    Point origin = new Point(0, 0);
    Similarity upright = Similarity.of(1, -angle, origin, origin);
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < Landmarks.MESH_POINTS; i++) {
      Point point = upright.apply(landmarks.point(i));
      left = Math.min(left, point.x());
      top = Math.min(top, point.y());
      right = Math.max(right, point.x());
      bottom = Math.max(bottom, point.y());
    }
    Point centre = upright.inverse().apply((left + right) / 2, (top + bottom) / 2);
    return new FaceFrame(centre, angle, Math.max(1, Math.max(right - left, bottom - top)));
  }

  /**
   * From an upright square patch to the image.
   *
   * @param side of the patch in samples
   * @param crop what the square shows
   * @param variation by how much it is off, as in another detection of the same face
   */
  Similarity square(int side, Crop crop, Variation variation) {
    double angle = angleRadians + variation.turnRadians();
    double right = size * variation.right();
    double up = size * (crop.up() + variation.up());
    Point middle =
        new Point(
            centre.x() + Math.cos(angle) * right + Math.sin(angle) * up,
            centre.y() + Math.sin(angle) * right - Math.cos(angle) * up);
    double scale = size * crop.scale() * variation.scale() / side;
    return Similarity.of(scale, angle, new Point(side / 2.0, side / 2.0), middle);
  }

  /**
   * What a square shows.
   *
   * @param scale its side as a multiple of the face's size
   * @param up how far its middle is above the face's, as a multiple of the face's size
   */
  record Crop(double scale, double up) {

    /** The face alone, as age_gender and face_expression were trained. */
    static final Crop TIGHT = new Crop(1.0, 0);

    /** The face with a rim, as faceres was trained. */
    static final Crop FACE = new Crop(1.3, 0);

    /** The head with hair and hat. */
    static final Crop HEAD = new Crop(2.1, 0.3);
  }
}
