package dev.mien.server.iai.type;

import dev.mien.vision.landmark.FaceContours;
import java.util.List;

/** The 90 points of a face; {@link FaceContours} tells their order. */
public record FaceShape(
    List<Point> faceProfile,
    List<Point> leftEye,
    List<Point> rightEye,
    List<Point> leftEyeBrow,
    List<Point> rightEyeBrow,
    List<Point> mouth,
    List<Point> nose,
    List<Point> leftPupil,
    List<Point> rightPupil) {

  /** In whole pixels. */
  public static FaceShape of(FaceContours contours) {
    return new FaceShape(
        Point.of(contours.profile()),
        Point.of(contours.leftEye()),
        Point.of(contours.rightEye()),
        Point.of(contours.leftBrow()),
        Point.of(contours.rightBrow()),
        Point.of(contours.mouth()),
        Point.of(contours.nose()),
        List.of(Point.of(contours.leftPupil())),
        List.of(Point.of(contours.rightPupil())));
  }
}
