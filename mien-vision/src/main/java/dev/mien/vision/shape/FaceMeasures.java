package dev.mien.vision.shape;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.landmark.FaceContours;
import dev.mien.vision.landmark.Pose;
import dev.mien.vision.landmark.PoseEstimator;
import dev.mien.vision.landmark.UprightMesh;

/**
 * All that is measured on a face, before it is judged.
 *
 * @param pose how the head is turned
 * @param brows the eyebrows
 * @param eyes the eyes and lids
 * @param form lengths and widths
 * @param skin colours
 */
record FaceMeasures(
    Pose pose, BrowMeasures brows, EyeMeasures eyes, FormMeasures form, SkinMeasures skin) {

  /** Samples a side of the crop that holds the whole face, and its side in eye distances. */
  private static final int CROP = 192;

  private static final double ROOM = 2.2;

  /** Measures a face that was found in the image. */
  static FaceMeasures of(Image image, DetailedFace face) {
    Point left = face.leftEye().outerCorner();
    Point right = face.rightEye().outerCorner();
    // Between the eyes and the tip of the nose: the middle of brows, cheeks and forehead.
    Point centre = left.towards(right, 0.5).towards(face.mesh().point(4), 0.4);
    FaceCrop crop =
        FaceCrop.of(image, centre, ROOM * left.distance(right), face.mesh().angleRadians(), CROP);
    return new FaceMeasures(
        PoseEstimator.estimate(face.mesh()),
        BrowMeasures.of(crop, FaceContours.of(face)),
        EyeMeasures.of(image, face),
        FormMeasures.of(UprightMesh.of(face.mesh())),
        SkinMeasures.of(crop, face.mesh()));
  }
}
