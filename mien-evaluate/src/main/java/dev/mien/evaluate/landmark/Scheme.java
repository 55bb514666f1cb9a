package dev.mien.evaluate.landmark;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Table;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.landmark.Landmarks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which points a label file has. */
enum Scheme {
  /** The 68 points of iBUG: x0,y0 to x67,y67. The distance is that of the outer eye corners. */
  IBUG_68,
  /** Middle of the eyes, nose tip, mouth corners; of pairs the image's left one first. */
  FIVE;

  private static final List<String> FIVE_NAMES =
      List.of("leye", "reye", "nose", "lmouth", "rmouth");

  /** Labels name a pixel; its middle is half a pixel to the right and down. */
  private static final double PIXEL_MIDDLE = 0.5;

  static Scheme of(Table table) throws EvaluationException {
    if (table.has("x0") && table.has("y67")) {
      return IBUG_68;
    }
    if (table.has("leye_x") && table.has("rmouth_y")) {
      return FIVE;
    }
    throw new EvaluationException(
        "the label file has neither columns x0,y0 to x67,y67 nor leye_x,leye_y, reye, nose, lmouth,"
            + " rmouth");
  }

  /** The labelled points of a row. */
  List<Point> labelled(Row row) throws EvaluationException {
    List<Point> points = new ArrayList<>();
    switch (this) {
      case IBUG_68 -> {
        for (int i = 0; i < 68; i++) {
          points.add(point(row, "x" + i, "y" + i));
        }
      }
      case FIVE -> {
        for (String name : FIVE_NAMES) {
          points.add(point(row, name + "_x", name + "_y"));
        }
      }
    }
    return points;
  }

  private static Point point(Row row, String x, String y) throws EvaluationException {
    return new Point(row.number(x) + PIXEL_MIDDLE, row.number(y) + PIXEL_MIDDLE);
  }

  /** The same points as the pipeline finds them. */
  List<Point> found(DetailedFace face) {
    return switch (this) {
      case IBUG_68 -> face.ibug68();
      case FIVE -> face.mesh().five();
    };
  }

  /** The same points as the mesh alone has them. */
  List<Point> ofMesh(Landmarks mesh) {
    return switch (this) {
      case IBUG_68 -> mesh.ibug68();
      case FIVE -> mesh.five();
    };
  }

  /** The two points whose distance errors are told in. */
  double distance(List<Point> labelled) {
    return switch (this) {
      case IBUG_68 -> labelled.get(36).distance(labelled.get(45));
      case FIVE -> labelled.get(0).distance(labelled.get(1));
    };
  }

  /** The parts of a face by their points. */
  Map<String, int[]> parts() {
    Map<String, int[]> parts = new LinkedHashMap<>();
    switch (this) {
      case IBUG_68 -> {
        parts.put("jaw", IntStream.range(0, 17).toArray());
        parts.put("eyebrows", IntStream.range(17, 27).toArray());
        parts.put("nose", IntStream.range(27, 36).toArray());
        parts.put("eyes", IntStream.range(36, 48).toArray());
        parts.put("mouth", IntStream.range(48, 68).toArray());
      }
      case FIVE -> {
        parts.put("eyes", new int[] {0, 1});
        parts.put("nose", new int[] {2});
        parts.put("mouth", new int[] {3, 4});
      }
    }
    return parts;
  }
}
