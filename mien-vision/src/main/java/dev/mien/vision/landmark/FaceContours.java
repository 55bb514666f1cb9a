package dev.mien.vision.landmark;

import dev.mien.vision.geometry.Curve;
import dev.mien.vision.geometry.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * The 90 points of the published API's AnalyzeFace, in its order. "Left" and "right" are those of
 * the upright face in the image; a face that is turned keeps its points' order.
 *
 * @param profile 21 points at equal distances along the outline: 0 the left temple at the height of
 *     the eyes, 10 the chin, 20 the right temple
 * @param leftEye 8: 0 outer corner, 1-3 lower lid, 4 inner corner, 5-7 upper lid back
 * @param rightEye 8, the mirror image of leftEye
 * @param leftBrow 8: 0 outer end, 1-3 lower edge, 4 inner end, 5-7 upper edge back
 * @param rightBrow 8, the mirror image of leftBrow
 * @param mouth 22: 0 left corner, 1-5 outer edge of the lower lip, 6 right corner, 7-11 outer edge
 *     of the upper lip back, 12-16 inner edge of the lower lip left to right, 17-21 inner edge of
 *     the upper lip right to left
 * @param nose 13: 0 tip, 1 bridge between the eyes, 2-4 down the left flank, 5 left wing, 6 left
 *     nostril, 7 middle under the nose, 8 right nostril, 9 right wing, 10-12 up the right flank
 * @param leftPupil the middle of the left iris
 * @param rightPupil the middle of the right iris
 */
public record FaceContours(
    List<Point> profile,
    List<Point> leftEye,
    List<Point> rightEye,
    List<Point> leftBrow,
    List<Point> rightBrow,
    List<Point> mouth,
    List<Point> nose,
    Point leftPupil,
    Point rightPupil) {

  private static final int PROFILE_POINTS = 21;

  private static final int EYE_POINTS = 8;
  private static final int BROW_POINTS = 8;
  private static final int MOUTH_OUTSIDE_POINTS = 12;
  private static final int MOUTH_INSIDE_POINTS = 10;

  /** The contours of a face. */
  public static FaceContours of(DetailedFace face) {
    Landmarks mesh = face.mesh();
    List<Point> points = face.ibug68();
    return new FaceContours(
        Curve.spaced(points.subList(0, 17), PROFILE_POINTS),
        EyeCurves.left(face, points).loop(EYE_POINTS),
        EyeCurves.right(face, points).loop(EYE_POINTS),
        BrowCurves.left(mesh, points).loop(BROW_POINTS),
        BrowCurves.right(mesh, points).loop(BROW_POINTS),
        mouth(points),
        nose(mesh, points),
        face.leftEye().pupil(),
        face.rightEye().pupil());
  }

  private static List<Point> mouth(List<Point> points) {
    List<Point> mouth = new ArrayList<>(MouthCurves.outside(points).loop(MOUTH_OUTSIDE_POINTS));
    mouth.addAll(MouthCurves.inside(points).loopWithoutEnds(MOUTH_INSIDE_POINTS));
    return List.copyOf(mouth);
  }

  private static List<Point> nose(Landmarks mesh, List<Point> points) {
    List<Point> nose = new ArrayList<>();
    nose.add(points.get(30));
    nose.add(points.get(27));
    nose.addAll(mesh.points(MeshParts.LEFT_NOSE_FLANK));
    nose.add(mesh.point(MeshParts.LEFT_NOSE_WING));
    nose.addAll(points.subList(32, 35));
    nose.add(mesh.point(MeshParts.RIGHT_NOSE_WING));
    nose.addAll(mesh.points(MeshParts.RIGHT_NOSE_FLANK).reversed());
    return List.copyOf(nose);
  }
}
