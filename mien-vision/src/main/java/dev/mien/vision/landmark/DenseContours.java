package dev.mien.vision.landmark;

import dev.mien.vision.geometry.Curve;
import dev.mien.vision.geometry.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * The contours of AnalyzeDenseLandmarks: 888 points at equal distances on smooth curves through the
 * mesh and the eyes. "Left" and "right" are those of the upright face in the image. The published
 * API names the parts, their sum and the direction of the mouth's, and shows where each begins; the
 * share of each part of the sum is this project's.
 *
 * @param chin 121 points: left temple, chin, right temple
 * @param forehead 79: left temple, top, right temple
 * @param leftEye 64: outer corner, lower lid, inner corner, upper lid back
 * @param rightEye 64, the mirror image of leftEye
 * @param leftBrow 64: outer end, lower edge, inner end, upper edge back
 * @param rightBrow 64, the mirror image of leftBrow
 * @param mouthOutside 96: left corner, lower lip, right corner, upper lip back
 * @param mouthInside 72, likewise
 * @param nose 81: from beside the bridge down the left flank, around the wing, under the nose and
 *     up to the other side of the bridge
 * @param leftPupil 21: the middle of the iris, then its edge counter-clockwise as seen
 * @param rightPupil 21, likewise
 * @param leftEyeBag 33: the furrow under the eye from the nose to the temple
 * @param rightEyeBag 33, the mirror image of leftEyeBag
 * @param centralAxis 75: from the top of the forehead down to the chin
 */
public record DenseContours(
    List<Point> chin,
    List<Point> forehead,
    List<Point> leftEye,
    List<Point> rightEye,
    List<Point> leftBrow,
    List<Point> rightBrow,
    List<Point> mouthOutside,
    List<Point> mouthInside,
    List<Point> nose,
    List<Point> leftPupil,
    List<Point> rightPupil,
    List<Point> leftEyeBag,
    List<Point> rightEyeBag,
    List<Point> centralAxis) {

  /** All points together. */
  public static final int POINTS = 888;

  private static final int CHIN_POINTS = 121;
  private static final int FOREHEAD_POINTS = 79;
  private static final int EYE_POINTS = 64;
  private static final int BROW_POINTS = 64;
  private static final int MOUTH_OUTSIDE_POINTS = 96;
  private static final int MOUTH_INSIDE_POINTS = 72;
  private static final int NOSE_POINTS = 81;
  private static final int IRIS_EDGE_POINTS = 20;
  private static final int EYE_BAG_POINTS = 33;
  private static final int CENTRAL_AXIS_POINTS = 75;

  /** The contours of a face. */
  public static DenseContours of(DetailedFace face) {
    Landmarks mesh = face.mesh();
    List<Point> points = face.ibug68();
    List<Point> jaw = points.subList(0, 17);
    return new DenseContours(
        Curve.spaced(jaw, CHIN_POINTS),
        Curve.spaced(forehead(mesh, jaw), FOREHEAD_POINTS),
        EyeCurves.left(face, points).loop(EYE_POINTS),
        EyeCurves.right(face, points).loop(EYE_POINTS),
        BrowCurves.left(mesh, points).loop(BROW_POINTS),
        BrowCurves.right(mesh, points).loop(BROW_POINTS),
        MouthCurves.outside(points).loop(MOUTH_OUTSIDE_POINTS),
        MouthCurves.inside(points).loop(MOUTH_INSIDE_POINTS),
        Curve.spaced(nose(mesh), NOSE_POINTS),
        iris(face.leftEye(), mesh.angleRadians()),
        iris(face.rightEye(), mesh.angleRadians()),
        Curve.spaced(mesh.points(MeshParts.LEFT_EYE_BAG), EYE_BAG_POINTS),
        Curve.spaced(mesh.points(MeshParts.RIGHT_EYE_BAG), EYE_BAG_POINTS),
        Curve.spaced(mesh.points(MeshParts.CENTRAL_AXIS), CENTRAL_AXIS_POINTS));
  }

  /** Begins and ends where the chin's line does. */
  private static List<Point> forehead(Landmarks mesh, List<Point> jaw) {
    List<Point> points = new ArrayList<>(mesh.points(MeshParts.FOREHEAD));
    points.set(0, jaw.getFirst());
    points.set(points.size() - 1, jaw.getLast());
    return points;
  }

  private static List<Point> nose(Landmarks mesh) {
    List<Point> points = new ArrayList<>(mesh.points(MeshParts.LEFT_NOSE_OUTLINE));
    points.add(mesh.point(MeshParts.UNDER_NOSE));
    points.addAll(mesh.points(MeshParts.RIGHT_NOSE_OUTLINE).reversed());
    return points;
  }

  /** A circle, since that is what an iris is; it begins at the left. */
  private static List<Point> iris(Eye eye, double angleRadians) {
    List<Point> points = new ArrayList<>(IRIS_EDGE_POINTS + 1);
    points.add(eye.pupil());
    double radius = eye.irisRadius();
    for (int i = 0; i < IRIS_EDGE_POINTS; i++) {
      double direction = angleRadians + Math.PI - 2 * Math.PI * i / IRIS_EDGE_POINTS;
      points.add(
          new Point(
              eye.pupil().x() + radius * Math.cos(direction),
              eye.pupil().y() + radius * Math.sin(direction)));
    }
    return List.copyOf(points);
  }
}
