package dev.mien.vision.landmark;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The faces that have 68 points set by hand, each with what the nets find. */
record HandLabelledFaces(int labelled, List<Pair> found) {

  static final int POINTS = 68;

  private static final int FIRST_COLUMN = 5;

  /** Farther off than this, a found face is another one. */
  private static final double OTHER_FACE = 0.3;

  /** A face and its points as set by hand. */
  record Pair(String picture, DetailedFace face, List<Point> handSet) {

    /** Mean distance over the distance of the outer eye corners. */
    double error(List<Point> points) {
      double sum = 0;
      for (int i = 0; i < POINTS; i++) {
        sum += points.get(i).distance(handSet.get(i));
      }
      return sum / POINTS / handSet.get(36).distance(handSet.get(45));
    }
  }

  static HandLabelledFaces read() throws IOException, ImageException {
    Path folder = SharedFaces.folder("landmarks68");
    List<String> lines = Files.readAllLines(folder.resolve("landmarks68.csv"));
    Map<String, List<String[]>> rowsByPicture =
        lines.stream()
            .skip(1)
            .map(line -> line.strip().split(",", -1))
            .collect(Collectors.groupingBy(cells -> cells[0]));
    List<Pair> found = new ArrayList<>();
    for (Map.Entry<String, List<String[]>> entry : rowsByPicture.entrySet()) {
      Image image = TestEngine.image(folder.resolve(entry.getKey()));
      List<Face> faces = TestEngine.shared().detect(image, new DetectOptions(120, 16, false));
      List<DetailedFace> details =
          faces.stream().map(face -> TestEngine.shared().details(image, face)).toList();
      for (String[] cells : entry.getValue()) {
        details.stream()
            .map(face -> new Pair(entry.getKey(), face, points(cells)))
            .min((a, b) -> Double.compare(meshError(a), meshError(b)))
            .filter(pair -> meshError(pair) < OTHER_FACE)
            .ifPresent(found::add);
      }
    }
    return new HandLabelledFaces(lines.size() - 1, found);
  }

  double meanError(Function<Pair, List<Point>> points) {
    return found.stream()
        .mapToDouble(pair -> pair.error(points.apply(pair)))
        .average()
        .orElseThrow();
  }

  private static double meshError(Pair pair) {
    return pair.error(pair.face().mesh().ibug68());
  }

  private static List<Point> points(String[] cells) {
    List<Point> points = new ArrayList<>(POINTS);
    for (int i = 0; i < POINTS; i++) {
      points.add(
          new Point(
              Double.parseDouble(cells[FIRST_COLUMN + 2 * i]) + 0.5,
              Double.parseDouble(cells[FIRST_COLUMN + 2 * i + 1]) + 0.5));
    }
    return points;
  }
}
