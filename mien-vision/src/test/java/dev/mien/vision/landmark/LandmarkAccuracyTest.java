package dev.mien.vision.landmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.geometry.Point;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LandmarkAccuracyTest {

  private static final int FIRST_COLUMN = 5;
  private static final int POINTS = 68;

  /** Farther off than this, a found face is another one. */
  private static final double OTHER_FACE = 0.3;

  @Test
  void the_68_points_lie_where_people_set_them() throws Exception {
    Path folder = SharedFaces.folder("landmarks68");
    Map<String, List<Face>> facesByPicture = new HashMap<>();
    List<Double> errors = new ArrayList<>();
    List<String> lines = Files.readAllLines(folder.resolve("landmarks68.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.strip().split(",", -1);
      List<Face> faces = facesByPicture.get(cells[0]);
      if (faces == null) {
        faces =
            TestEngine.shared()
                .detect(
                    TestEngine.image(folder.resolve(cells[0])), new DetectOptions(120, 16, false));
        facesByPicture.put(cells[0], faces);
      }
      faces.stream()
          .mapToDouble(face -> error(face.landmarks().ibug68(), cells))
          .min()
          .ifPresent(errors::add);
    }

    List<Double> found = errors.stream().filter(error -> error < OTHER_FACE).toList();
    double mean = found.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    System.out.printf(
        "landmarks: %d of %d faces, mean error %.4f of the eyes' distance%n",
        found.size(), lines.size() - 1, mean);
    assertThat(found.size()).isGreaterThanOrEqualTo(40);
    assertThat(mean).isLessThan(0.06);
  }

  /** Mean distance over the distance of the outer eye corners. */
  private static double error(List<Point> points, String[] cells) {
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      sum += distance(points.get(i), labelled(cells, i));
    }
    return sum / POINTS / distance(labelled(cells, 36), labelled(cells, 45));
  }

  private static Point labelled(String[] cells, int index) {
    return new Point(
        Double.parseDouble(cells[FIRST_COLUMN + 2 * index]) + 0.5,
        Double.parseDouble(cells[FIRST_COLUMN + 2 * index + 1]) + 0.5);
  }

  private static double distance(Point one, Point other) {
    return Math.hypot(one.x() - other.x(), one.y() - other.y());
  }
}
