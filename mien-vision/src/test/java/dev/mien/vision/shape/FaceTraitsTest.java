package dev.mien.vision.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.TestEngine;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.Lab;
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.landmark.Eye;
import dev.mien.vision.landmark.FaceContours;
import dev.mien.vision.landmark.Pose;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaceTraitsTest {

  private static final Pose STRAIGHT = new Pose(0, 0, 0);

  private static Image photo;
  private static List<DetailedFace> faces;

  @BeforeAll
  static void facesOfAPhotograph() throws Exception {
    photo = TestEngine.photo("sample5.jpg");
    faces =
        TestEngine.shared().detect(photo, new DetectOptions(5, 34, false)).stream()
            .map((Face face) -> TestEngine.shared().details(photo, face))
            .toList();
    assertThat(faces).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void closing_an_eye_makes_it_ever_more_surely_closed_and_smaller() {
    Eye eye = faces.getFirst().leftEye();
    double surenessOfClosed = 0;
    double openness = 1;
    for (double share = 0; share <= 1; share += 0.1) {
      Eye closing = closed(eye, share);
      double closed = probability(FeatureRules.eyeState(closing.openness()), EyeState.CLOSED);
      assertThat(closed).isGreaterThan(surenessOfClosed);
      assertThat(closing.openness()).isLessThan(openness);
      surenessOfClosed = closed;
      openness = closing.openness();
    }
    assertThat(FeatureRules.eyeState(eye.openness()).kind()).isEqualTo(EyeState.OPEN);
    assertThat(FeatureRules.eyeState(openness).kind()).isEqualTo(EyeState.CLOSED);
    assertThat(surenessOfClosed).isGreaterThan(0.99);
  }

  @Test
  void larger_eyes_are_never_less_surely_big() {
    double big = 0;
    double small = 1;
    for (double area = 0.005; area < 0.05; area += 0.005) {
      EyeMeasures eyes = new EyeMeasures(0.3, 0.3, area, 0);
      Trait<EyeSize> size = FeatureRules.eyeSize(eyes, STRAIGHT);
      if (size.kind() == EyeSize.BIG) {
        assertThat(size.probability()).isGreaterThan(big);
        big = size.probability();
      } else if (size.kind() == EyeSize.SMALL) {
        assertThat(size.probability()).isLessThan(small);
        small = size.probability();
      }
    }
    assertThat(big).isPositive();
    assertThat(small).isLessThan(1);
  }

  @Test
  void blackened_brows_are_denser() {
    DetailedFace face = faces.getFirst();
    double asTheyAre = FaceMeasures.of(photo, face).brows().density();
    double black = FaceMeasures.of(painted(face, 0), face).brows().density();

    assertThat(black).isGreaterThan(asTheyAre);
  }

  @Test
  void a_darker_picture_never_makes_the_skin_lighter() {
    Lab light = new Lab(80, 12, 15);
    Lab dark = new Lab(30, 12, 15);

    assertThat(SkinRule.skin(new SkinMeasures(light, 3)).kind())
        .isIn(SkinTone.WHITE, SkinTone.YELLOW);
    assertThat(SkinRule.skin(new SkinMeasures(dark, 3)).kind()).isEqualTo(SkinTone.BLACK);
  }

  @Test
  void the_outline_follows_the_widths() {
    FormMeasures mean = FaceForms.mean();
    assertThat(FormRules.outline(mean, STRAIGHT).kind()).isEqualTo(OutlineKind.OVAL);
    assertThat(FormRules.outline(FaceForms.of(0, 3, 3, 0), STRAIGHT).kind())
        .isEqualTo(OutlineKind.SQUARE);
    assertThat(FormRules.outline(FaceForms.of(-3, 2, 0, 0), STRAIGHT).kind())
        .isEqualTo(OutlineKind.TRIANGULAR);
    assertThat(FormRules.outline(FaceForms.of(2, 0, -3, 0), STRAIGHT).kind())
        .isEqualTo(OutlineKind.HEART);
    assertThat(FormRules.outline(FaceForms.of(0, 0, 0, -3), STRAIGHT).kind())
        .isEqualTo(OutlineKind.ROUND);
    assertThat(FormRules.nose(mean, STRAIGHT).kind()).isEqualTo(NoseKind.GENERAL);
  }

  @Test
  void nothing_is_the_same_for_all_faces() {
    List<FaceTraits> traits = faces.stream().map(face -> FaceTraits.read(photo, face)).toList();

    assertThat(traits.stream().map(FaceTraits::browDensity).distinct()).hasSizeGreaterThan(3);
    assertThat(traits.stream().map(FaceTraits::browCurve).distinct()).hasSizeGreaterThan(3);
    assertThat(traits.stream().map(FaceTraits::browLength).distinct()).hasSizeGreaterThan(3);
    assertThat(traits.stream().map(FaceTraits::eyelid).distinct()).hasSizeGreaterThan(3);
    assertThat(traits.stream().map(FaceTraits::eyeSize).distinct()).hasSizeGreaterThan(3);
    assertThat(traits.stream().map(FaceTraits::nose).distinct()).hasSizeGreaterThan(3);
    assertThat(traits.stream().map(FaceTraits::outline).distinct()).hasSizeGreaterThan(3);
    assertThat(traits.stream().map(FaceTraits::skin).distinct()).hasSizeGreaterThan(3);
    assertThat(traits.stream().map(FaceTraits::beauty).distinct()).hasSizeGreaterThan(1);
  }

  @Test
  void the_same_face_has_the_same_traits_again() {
    assertThat(FaceTraits.read(photo, faces.getFirst()))
        .isEqualTo(FaceTraits.read(photo, faces.getFirst()));
  }

  private static <E extends Enum<E>> double probability(Trait<E> trait, E kind) {
    return trait.kind() == kind ? trait.probability() : 1 - trait.probability();
  }

  /** Both lids moved towards the middle between them. */
  private static Eye closed(Eye eye, double share) {
    List<Point> lower = new ArrayList<>();
    List<Point> upper = new ArrayList<>();
    for (int i = 0; i < Eye.LID_POINTS; i++) {
      Point middle = eye.lower().get(i).towards(eye.upper().get(i), 0.5);
      lower.add(eye.lower().get(i).towards(middle, share));
      upper.add(eye.upper().get(i).towards(middle, share));
    }
    return new Eye(lower, upper, eye.pupil(), eye.irisEdge());
  }

  /** The photograph with a gray disc on each point of the brows. */
  private static Image painted(DetailedFace face, int gray) {
    List<Point> brows = new ArrayList<>(FaceContours.of(face).leftBrow());
    brows.addAll(FaceContours.of(face).rightBrow());
    double radius = face.leftEye().width() / 6;
    byte[] rgb = new byte[3 * photo.width() * photo.height()];
    int at = 0;
    for (int y = 0; y < photo.height(); y++) {
      for (int x = 0; x < photo.width(); x++, at += 3) {
        Point pixel = new Point(x + 0.5, y + 0.5);
        boolean inside = brows.stream().anyMatch(point -> point.distance(pixel) < radius);
        int colour = inside ? gray * 0x010101 : photo.rgb(x, y);
        rgb[at] = (byte) (colour >> 16);
        rgb[at + 1] = (byte) (colour >> 8);
        rgb[at + 2] = (byte) colour;
      }
    }
    return Image.of(photo.width(), photo.height(), rgb);
  }
}
