package dev.mien.server.iai.type;

import dev.mien.vision.geometry.Box;
import dev.mien.vision.landmark.DenseContours;
import java.util.List;

/** Where a face is, and its 888 points; {@link DenseContours} tells their order. */
public record DenseFaceShape(
    long x,
    long y,
    long width,
    long height,
    List<Point> leftEye,
    List<Point> rightEye,
    List<Point> leftEyeBrow,
    List<Point> rightEyeBrow,
    List<Point> mouthOutside,
    List<Point> mouthInside,
    List<Point> nose,
    List<Point> leftPupil,
    List<Point> rightPupil,
    List<Point> centralAxis,
    List<Point> chin,
    List<Point> leftEyeBags,
    List<Point> rightEyeBags,
    List<Point> forehead) {

  /** In whole pixels. */
  public static DenseFaceShape of(Box box, DenseContours contours) {
    FaceRect rect = FaceRect.of(box);
    return new DenseFaceShape(
        rect.x(),
        rect.y(),
        rect.width(),
        rect.height(),
        Point.of(contours.leftEye()),
        Point.of(contours.rightEye()),
        Point.of(contours.leftBrow()),
        Point.of(contours.rightBrow()),
        Point.of(contours.mouthOutside()),
        Point.of(contours.mouthInside()),
        Point.of(contours.nose()),
        Point.of(contours.leftPupil()),
        Point.of(contours.rightPupil()),
        Point.of(contours.centralAxis()),
        Point.of(contours.chin()),
        Point.of(contours.leftEyeBag()),
        Point.of(contours.rightEyeBag()),
        Point.of(contours.forehead()));
  }
}
