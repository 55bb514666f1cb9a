package dev.mien.vision.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.TestEngine;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.landmark.FaceContours;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaceMeasuresTest {

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
  void blackened_brows_are_denser() {
    DetailedFace face = faces.getFirst();
    double asTheyAre = FaceMeasures.of(photo, face).brows().density();
    double black = FaceMeasures.of(painted(face, 0), face).brows().density();

    assertThat(black).isGreaterThan(asTheyAre);
  }

  @Test
  void the_row_of_numbers_differs_between_faces_and_not_between_readings() {
    List<float[]> rows = faces.stream().map(face -> MeasureFeatures.of(photo, face)).toList();

    assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(MeasureFeatures.COUNT));
    assertThat(MeasureFeatures.of(photo, faces.getFirst())).containsExactly(rows.getFirst());
    for (int i = 0; i < MeasureFeatures.COUNT; i++) {
      int column = i;
      assertThat(rows.stream().map(row -> row[column]).distinct())
          .as("number %d", column)
          .hasSizeGreaterThan(1)
          .allMatch(value -> Float.isFinite(value));
    }
  }

  @Test
  void far_from_the_mean_is_less_beautiful() {
    FaceMeasures measures = FaceMeasures.of(photo, faces.getFirst());
    FormMeasures mean = FaceForms.mean();
    int even = Beauty.of(with(measures, mean));

    assertThat(even).isBetween(1, 100);
    assertThat(Beauty.of(with(measures, FaceForms.of(0, 3, 0, 3)))).isLessThan(even);
  }

  private static FaceMeasures with(FaceMeasures measures, FormMeasures form) {
    return new FaceMeasures(
        measures.pose(), measures.brows(), measures.eyes(), form, measures.skin());
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
