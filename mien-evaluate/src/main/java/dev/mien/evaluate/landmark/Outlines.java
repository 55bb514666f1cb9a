package dev.mien.evaluate.landmark;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.landmark.FaceContours;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the 90 points that AnalyzeFace answers are from the 68 labelled ones. Both mark the same
 * outlines at other places: what lies on an outline is measured by its distance from the labelled
 * outline, what is a place of its own by that from its label. No label corresponds to the pupils,
 * the flanks and wings of the nose and the lower edges of the eyebrows.
 */
final class Outlines {
  private Outlines() {}

  /**
   * Distances of the comparable points by part.
   *
   * @param labelled the 68 points of iBUG
   */
  static Map<String, List<Double>> distances(List<Point> labelled, FaceContours answered) {
    Map<String, List<Double>> distances = new LinkedHashMap<>();
    distances.put("face profile", distances(answered.profile(), labelled.subList(0, 17)));
    List<Double> brows =
        new ArrayList<>(distances(upperEdge(answered.leftBrow()), labelled.subList(17, 22)));
    brows.addAll(distances(upperEdge(answered.rightBrow()), labelled.subList(22, 27)));
    distances.put("eyebrows", brows);
    List<Double> eyes =
        new ArrayList<>(distances(answered.leftEye(), ring(labelled.subList(36, 42))));
    eyes.addAll(distances(answered.rightEye(), ring(labelled.subList(42, 48))));
    distances.put("eyes", eyes);
    List<Point> mouth = answered.mouth();
    List<Double> lips =
        new ArrayList<>(distances(mouth.subList(0, 12), ring(labelled.subList(48, 60))));
    lips.addAll(distances(mouth.subList(12, 22), ring(labelled.subList(60, 68))));
    distances.put("mouth", lips);
    distances.put("nose", nose(labelled, answered.nose()));
    return distances;
  }

  /** Tip, bridge, both nostrils and the middle under the nose. */
  private static List<Double> nose(List<Point> labelled, List<Point> answered) {
    List<Double> distances = new ArrayList<>();
    distances.add(answered.get(0).distance(labelled.get(30)));
    distances.add(answered.get(1).distance(labelled.get(27)));
    for (int i = 0; i < 3; i++) {
      distances.add(answered.get(6 + i).distance(labelled.get(32 + i)));
    }
    return distances;
  }

  /** The ends and the upper edge of an eyebrow: what labels mark of it. */
  private static List<Point> upperEdge(List<Point> brow) {
    List<Point> edge = new ArrayList<>(brow.subList(4, 8));
    edge.add(brow.getFirst());
    return edge;
  }

  private static List<Point> ring(List<Point> points) {
    List<Point> ring = new ArrayList<>(points);
    ring.add(points.getFirst());
    return ring;
  }

  private static List<Double> distances(List<Point> points, List<Point> line) {
    return points.stream().map(point -> distance(point, line)).toList();
  }

  /** From a point to the nearest place of a line of straight pieces. */
  static double distance(Point point, List<Point> line) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i + 1 < line.size(); i++) {
      Point from = line.get(i);
      Point to = line.get(i + 1);
      double dx = to.x() - from.x();
      double dy = to.y() - from.y();
      double squared = dx * dx + dy * dy;
      double share =
          squared == 0
              ? 0
              : Math.clamp(
                  ((point.x() - from.x()) * dx + (point.y() - from.y()) * dy) / squared, 0, 1);
      nearest = Math.min(nearest, point.distance(from.towards(to, share)));
    }
    return nearest;
  }
}
