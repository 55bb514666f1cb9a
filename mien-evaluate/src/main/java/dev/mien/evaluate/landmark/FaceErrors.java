package dev.mien.evaluate.landmark;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.landmark.FaceContours;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the points of a found face are from the labels, over the labelled distance of the eyes.
 *
 * @param points each point of the scheme, as the pipeline tells it
 * @param mesh each point of the scheme, as the mesh alone has it
 * @param outlines what AnalyzeFace answers, by part; empty for a scheme without outlines
 */
record FaceErrors(List<Double> points, List<Double> mesh, Map<String, List<Double>> outlines) {

  FaceErrors {
    points = List.copyOf(points);
    mesh = List.copyOf(mesh);
  }

  static FaceErrors of(Scheme scheme, List<Point> labelled, DetailedFace face) {
    double distance = scheme.distance(labelled);
    Map<String, List<Double>> outlines = new LinkedHashMap<>();
    if (scheme == Scheme.IBUG_68) {
      Outlines.distances(labelled, FaceContours.of(face))
          .forEach(
              (part, distances) ->
                  outlines.put(part, distances.stream().map(far -> far / distance).toList()));
    }
    return new FaceErrors(
        between(labelled, scheme.found(face), distance),
        between(labelled, scheme.ofMesh(face.mesh()), distance),
        outlines);
  }

  private static List<Double> between(List<Point> labelled, List<Point> found, double distance) {
    List<Double> errors = new ArrayList<>(labelled.size());
    for (int i = 0; i < labelled.size(); i++) {
      errors.add(labelled.get(i).distance(found.get(i)) / distance);
    }
    return errors;
  }

  double mean() {
    return mean(points);
  }

  double meanOfMesh() {
    return mean(mesh);
  }

  private static double mean(List<Double> errors) {
    return errors.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
