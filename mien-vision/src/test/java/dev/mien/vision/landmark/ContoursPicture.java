package dev.mien.vision.landmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.TestEngine;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Draws docs/images: the contours of AnalyzeFace and AnalyzeDenseLandmarks on the mean of the faces
 * that look straight ahead in the photographs of the models' packages, which is nobody's face. Run
 * by {@code mvn -pl mien-vision test -Dtest=ContoursPicture}.
 */
class ContoursPicture {

  private static final Path FOLDER = Path.of("../docs/images");

  /** Picture pixels of the distance of the outer eye corners, and where its middle is. */
  private static final double EYES = 330;

  private static final Point MIDDLE = new Point(330, 330);
  private static final int WIDTH = 660;
  private static final int HEIGHT = 800;

  private static final double STRAIGHT_DEGREES = 12;

  private static final List<String> COLOURS =
      List.of("#1b7f4b", "#0b62a8", "#0b62a8", "#7a4b12", "#7a4b12", "#b3263e", "#6a3d9a", "#111");

  @Test
  void both_pictures() throws Exception {
    List<DetailedFace> faces = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      Image photo = TestEngine.photo("sample" + i + ".jpg");
      for (Face face : TestEngine.shared().detect(photo, new DetectOptions(10, 60, false))) {
        if (Math.abs(face.pose().yaw()) < STRAIGHT_DEGREES) {
          faces.add(TestEngine.shared().details(photo, face));
        }
      }
    }
    assertThat(faces).hasSizeGreaterThan(5);

    DenseContours dense = mean(faces);
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve("analyze-face.svg"), svg(dense, sparse(faces), true));
    Files.writeString(
        FOLDER.resolve("analyze-dense-landmarks.svg"), svg(dense, parts(dense), false));
  }

  private static String svg(DenseContours face, List<List<Point>> parts, boolean numbered) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif">
        <rect width="100%%" height="100%%" fill="#fff"/>
        """
            .formatted(WIDTH, HEIGHT));
    List<Point> outline = new ArrayList<>(face.chin());
    outline.addAll(face.forehead().reversed());
    svg.append(area(outline, "#f3e3d3"));
    svg.append(area(face.leftBrow(), "#cbb197")).append(area(face.rightBrow(), "#cbb197"));
    svg.append(area(face.leftEye(), "#fff")).append(area(face.rightEye(), "#fff"));
    svg.append(area(face.mouthOutside(), "#e6b5ad")).append(area(face.mouthInside(), "#f8e9e6"));
    svg.append(area(face.leftPupil().subList(1, 21), "#b9cbd6"));
    svg.append(area(face.rightPupil().subList(1, 21), "#b9cbd6"));
    for (int i = 0; i < parts.size(); i++) {
      String colour = COLOURS.get(i % COLOURS.size());
      List<Point> part = parts.get(i);
      for (int at = 0; at < part.size(); at++) {
        svg.append(dot(part.get(at), colour, numbered ? 2.6 : 1.3));
        if (numbered) {
          svg.append(label(part.get(at), colour, at));
        }
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private static String area(List<Point> points, String colour) {
    String path =
        points.stream()
            .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y()))
            .collect(Collectors.joining(" "));
    return "<polygon fill=\"%s\" points=\"%s\"/>%n".formatted(colour, path);
  }

  private static String dot(Point point, String colour, double radius) {
    return String.format(
        Locale.ROOT,
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>\n",
        point.x(),
        point.y(),
        radius,
        colour);
  }

  private static String label(Point point, String colour, int number) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"11\" fill=\"%s\">%d</text>\n",
        point.x() + 3,
        point.y() - 3,
        colour,
        number);
  }

  private static List<List<Point>> sparse(List<DetailedFace> faces) {
    return List.of(
        mean(faces, face -> FaceContours.of(face).profile()),
        mean(faces, face -> FaceContours.of(face).leftEye()),
        mean(faces, face -> FaceContours.of(face).rightEye()),
        mean(faces, face -> FaceContours.of(face).leftBrow()),
        mean(faces, face -> FaceContours.of(face).rightBrow()),
        mean(faces, face -> FaceContours.of(face).mouth()),
        mean(faces, face -> FaceContours.of(face).nose()),
        mean(faces, face -> List.of(FaceContours.of(face).leftPupil())),
        mean(faces, face -> List.of(FaceContours.of(face).rightPupil())));
  }

  private static DenseContours mean(List<DetailedFace> faces) {
    return new DenseContours(
        mean(faces, face -> DenseContours.of(face).chin()),
        mean(faces, face -> DenseContours.of(face).forehead()),
        mean(faces, face -> DenseContours.of(face).leftEye()),
        mean(faces, face -> DenseContours.of(face).rightEye()),
        mean(faces, face -> DenseContours.of(face).leftBrow()),
        mean(faces, face -> DenseContours.of(face).rightBrow()),
        mean(faces, face -> DenseContours.of(face).mouthOutside()),
        mean(faces, face -> DenseContours.of(face).mouthInside()),
        mean(faces, face -> DenseContours.of(face).nose()),
        mean(faces, face -> DenseContours.of(face).leftPupil()),
        mean(faces, face -> DenseContours.of(face).rightPupil()),
        mean(faces, face -> DenseContours.of(face).leftEyeBag()),
        mean(faces, face -> DenseContours.of(face).rightEyeBag()),
        mean(faces, face -> DenseContours.of(face).centralAxis()));
  }

  private static List<List<Point>> parts(DenseContours face) {
    return List.of(
        face.chin(),
        face.leftEye(),
        face.rightEye(),
        face.leftBrow(),
        face.rightBrow(),
        face.mouthOutside(),
        face.nose(),
        face.leftPupil(),
        face.forehead(),
        face.leftEyeBag(),
        face.rightEyeBag(),
        face.centralAxis(),
        face.rightPupil(),
        face.mouthInside());
  }

  /** The mean of a line over all faces, each brought to one size and upright by its eyes. */
  private static List<Point> mean(
      List<DetailedFace> faces, Function<DetailedFace, List<Point>> line) {
    List<Point> sum = new ArrayList<>();
    for (DetailedFace face : faces) {
      Point left = face.leftEye().outerCorner();
      Point right = face.rightEye().outerCorner();
      Similarity map =
          Similarity.of(
              EYES / left.distance(right),
              -face.mesh().angleRadians(),
              left.towards(right, 0.5),
              MIDDLE);
      List<Point> points = line.apply(face).stream().map(map::apply).toList();
      for (int i = 0; i < points.size(); i++) {
        Point point = points.get(i);
        Point before = i < sum.size() ? sum.get(i) : new Point(0, 0);
        Point added =
            new Point(before.x() + point.x() / faces.size(), before.y() + point.y() / faces.size());
        if (i < sum.size()) {
          sum.set(i, added);
        } else {
          sum.add(added);
        }
      }
    }
    return sum;
  }
}
