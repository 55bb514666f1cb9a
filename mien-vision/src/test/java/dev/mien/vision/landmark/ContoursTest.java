package dev.mien.vision.landmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.CloseUp;
import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.TestEngine;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Order and direction of all points, on photographs of faces turned by any angle. */
class ContoursTest {

  private static final DetectOptions AT_ANY_ANGLE = new DetectOptions(5, 34, true);

  private static Image photo;
  private static List<Face> faces;

  @BeforeAll
  static void facesOfAPhotograph() throws Exception {
    photo = TestEngine.photo("sample3.jpg");
    faces = TestEngine.shared().detect(photo, new DetectOptions(3, 34, false));
    assertThat(faces).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330})
  void every_part_keeps_its_order_however_the_face_is_turned(int degrees) {
    for (Face face : faces) {
      DetailedFace turned = found(CloseUp.of(photo, face, degrees));
      Similarity upright = upright(turned);

      checkOrder(FaceContours.of(turned), upright);
      checkOrder(DenseContours.of(turned), upright);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {45, 90, 160, 250, 315})
  void the_points_turn_with_the_face(int degrees) {
    for (Face face : faces) {
      CloseUp closeUp = CloseUp.of(photo, face, 0);
      CloseUp turned = CloseUp.of(photo, face, degrees);
      List<Point> expected = all(FaceContours.of(found(closeUp)));
      List<Point> points = all(FaceContours.of(found(turned)));
      Similarity back = closeUp.fromOriginal();
      Similarity toOriginal = turned.fromOriginal().inverse();
      double size = expected.get(21).distance(expected.get(29));
      double sum = 0;
      for (int i = 0; i < points.size(); i++) {
        sum += back.apply(toOriginal.apply(points.get(i))).distance(expected.get(i));
      }

      assertThat(sum / points.size() / size).isLessThan(0.05);
    }
  }

  @Test
  void the_parts_have_their_numbers_of_points() {
    DetailedFace face = found(CloseUp.of(photo, faces.getFirst(), 0));
    FaceContours contours = FaceContours.of(face);
    assertThat(parts(contours).map(List::size)).containsExactly(21, 8, 8, 8, 8, 22, 13, 1, 1);
    assertThat(all(contours)).hasSize(90).doesNotHaveDuplicates();

    DenseContours dense = DenseContours.of(face);
    assertThat(parts(dense).mapToInt(List::size).sum()).isEqualTo(DenseContours.POINTS);
  }

  @Test
  void the_outline_has_equal_steps() {
    List<Point> profile = FaceContours.of(found(CloseUp.of(photo, faces.getFirst(), 0))).profile();
    double first = profile.get(0).distance(profile.get(1));
    for (int i = 1; i + 1 < profile.size(); i++) {
      assertThat(profile.get(i).distance(profile.get(i + 1)) / first).isBetween(0.9, 1.1);
    }
  }

  /** The face in the middle: neighbours may be in the picture too. */
  private static DetailedFace found(CloseUp closeUp) {
    Image image = closeUp.image();
    Point middle = new Point(image.width() / 2.0, image.height() / 2.0);
    Face face =
        TestEngine.shared().detect(image, AT_ANY_ANGLE).stream()
            .min(Comparator.comparingDouble(found -> found.box().centre().distance(middle)))
            .orElseThrow();
    return TestEngine.shared().details(image, face);
  }

  /** To axes in which the face is upright, by its eyes. */
  private static Similarity upright(DetailedFace face) {
    Point origin = new Point(0, 0);
    return Similarity.of(1, -face.mesh().angleRadians(), origin, origin);
  }

  private static void checkOrder(FaceContours contours, Similarity upright) {
    List<Point> profile = apply(upright, contours.profile());
    assertThat(profile.get(0).x()).isLessThan(profile.get(10).x());
    assertThat(profile.get(10).x()).isLessThan(profile.get(20).x());
    assertThat(profile.get(10).y())
        .isGreaterThan(Math.max(profile.get(0).y(), profile.get(20).y()));
    checkLoop(apply(upright, contours.leftEye()), 1);
    checkLoop(apply(upright, contours.rightEye()), -1);
    checkLoop(apply(upright, contours.leftBrow()), 1);
    checkLoop(apply(upright, contours.rightBrow()), -1);
    List<Point> mouth = apply(upright, contours.mouth());
    checkLoop(mouth.subList(0, 12), 1);
    assertThat(mouth.get(12).x()).isLessThan(mouth.get(16).x());
    assertThat(mouth.get(17).x()).isGreaterThan(mouth.get(21).x());
    assertThat(mouth.get(9).y()).isLessThan(mouth.get(19).y());
    assertThat(mouth.get(14).y()).isLessThan(mouth.get(3).y());
    List<Point> nose = apply(upright, contours.nose());
    assertRising(nose.get(1), nose.get(2), nose.get(3), nose.get(4), nose.get(5));
    assertRising(nose.get(1), nose.get(12), nose.get(11), nose.get(10), nose.get(9));
    assertThat(nose.get(5).x()).isLessThan(nose.get(6).x());
    assertThat(nose.get(6).x()).isLessThan(nose.get(7).x());
    assertThat(nose.get(7).x()).isLessThan(nose.get(8).x());
    assertThat(nose.get(8).x()).isLessThan(nose.get(9).x());
    assertThat(nose.get(0).y()).isBetween(nose.get(1).y(), nose.get(7).y());
    assertBetween(upright.apply(contours.leftPupil()), apply(upright, contours.leftEye()));
    assertBetween(upright.apply(contours.rightPupil()), apply(upright, contours.rightEye()));
  }

  private static void checkOrder(DenseContours contours, Similarity upright) {
    checkLoop(apply(upright, contours.leftEye()), 1);
    checkLoop(apply(upright, contours.rightEye()), -1);
    checkLoop(apply(upright, contours.leftBrow()), 1);
    checkLoop(apply(upright, contours.rightBrow()), -1);
    checkLoop(apply(upright, contours.mouthOutside()), 1);
    checkLoop(apply(upright, contours.mouthInside()), 1);
    List<Point> chin = apply(upright, contours.chin());
    List<Point> forehead = apply(upright, contours.forehead());
    assertThat(chin.getFirst()).isEqualTo(forehead.getFirst());
    assertThat(chin.getLast()).isEqualTo(forehead.getLast());
    assertThat(chin.getFirst().x()).isLessThan(chin.getLast().x());
    assertThat(forehead.get(39).y()).isLessThan(forehead.getFirst().y());
    assertThat(chin.get(60).y()).isGreaterThan(chin.getFirst().y());
    List<Point> nose = apply(upright, contours.nose());
    assertThat(nose.getFirst().x()).isLessThan(nose.getLast().x());
    assertThat(nose.get(40).y()).isGreaterThan(nose.getFirst().y());
    assertThat(nose.get(25).x()).isLessThan(nose.get(55).x());
    List<Point> axis = apply(upright, contours.centralAxis());
    assertThat(axis.getFirst().y()).isLessThan(axis.getLast().y());
    List<Point> leftBag = apply(upright, contours.leftEyeBag());
    List<Point> rightBag = apply(upright, contours.rightEyeBag());
    assertThat(leftBag.getFirst().x()).isGreaterThan(leftBag.getLast().x());
    assertThat(rightBag.getFirst().x()).isLessThan(rightBag.getLast().x());
    List<Point> pupil = apply(upright, contours.leftPupil());
    assertThat(pupil.get(1).x()).isLessThan(pupil.get(0).x());
    assertThat(pupil.get(6).y()).isGreaterThan(pupil.get(0).y());
  }

  /**
   * A loop from its first end along the lower line to the other end and back.
   *
   * @param direction 1 when the other end is to the right
   */
  private static void checkLoop(List<Point> loop, int direction) {
    int half = loop.size() / 2;
    for (int i = 0; i < half; i++) {
      assertThat(direction * (loop.get(i + 1).x() - loop.get(i).x())).isPositive();
      Point back = loop.get((loop.size() - i) % loop.size());
      Point next = loop.get(loop.size() - i - 1);
      assertThat(direction * (next.x() - back.x())).isPositive();
    }
    assertThat(loop.get(half / 2).y()).isGreaterThan(loop.get(loop.size() - half / 2).y());
  }

  private static void assertRising(Point... points) {
    for (int i = 1; i < points.length; i++) {
      assertThat(points[i].y()).isGreaterThan(points[i - 1].y());
    }
  }

  private static void assertBetween(Point pupil, List<Point> eye) {
    assertThat(pupil.x())
        .isBetween(
            Math.min(eye.get(0).x(), eye.get(4).x()), Math.max(eye.get(0).x(), eye.get(4).x()));
  }

  private static List<Point> apply(Similarity map, List<Point> points) {
    return points.stream().map(map::apply).toList();
  }

  private static Stream<List<Point>> parts(FaceContours contours) {
    return Stream.of(
        contours.profile(),
        contours.leftEye(),
        contours.rightEye(),
        contours.leftBrow(),
        contours.rightBrow(),
        contours.mouth(),
        contours.nose(),
        List.of(contours.leftPupil()),
        List.of(contours.rightPupil()));
  }

  private static Stream<List<Point>> parts(DenseContours contours) {
    return Stream.of(
        contours.chin(),
        contours.forehead(),
        contours.leftEye(),
        contours.rightEye(),
        contours.leftBrow(),
        contours.rightBrow(),
        contours.mouthOutside(),
        contours.mouthInside(),
        contours.nose(),
        contours.leftPupil(),
        contours.rightPupil(),
        contours.leftEyeBag(),
        contours.rightEyeBag(),
        contours.centralAxis());
  }

  private static List<Point> all(FaceContours contours) {
    return parts(contours).flatMap(List::stream).toList();
  }
}
