package dev.mien.evaluate.landmark;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.report.DataSet;
import dev.mien.evaluate.report.Interval;
import dev.mien.evaluate.report.Subject;
import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.evaluate.statistics.Bootstrap;
import dev.mien.evaluate.statistics.Proportion;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Table;
import dev.mien.vision.DetectOptions;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.landmark.DetailedFace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Measures the points of faces.
 *
 * @param report the figures
 * @param errors of all labelled faces, sorted; infinite for those that were not found
 */
public record LandmarkAccuracy(LandmarkReport report, List<Double> errors) {
  /** Farther off than this, a found face is another one. */
  static final double OTHER_FACE = 0.3;

  /** Labelled sets have smaller faces than recognition takes. */
  private static final int MIN_FACE_SIZE = 16;

  private static final double WRONG = 0.1;
  private static final double AREA_TO = 0.08;
  private static final int REPLICATES = 400;
  private static final DetectOptions OPTIONS =
      new DetectOptions(DetectOptions.MAX_FACES, MIN_FACE_SIZE, false);

  /** Copies the list. */
  public LandmarkAccuracy {
    errors = List.copyOf(errors);
  }

  /**
   * Finds the points of all faces and compares them with their labels.
   *
   * @param table path and the points, one row for each face
   */
  public static LandmarkAccuracy of(Pipeline pipeline, Table table, DataSet data)
      throws EvaluationException {
    Scheme scheme = Scheme.of(table);
    Batch<List<DetailedFace>> pictures =
        pipeline.pictures(
            table.rows().stream().map(row -> row.text("path")).toList(),
            image ->
                pipeline.engine().detect(image, OPTIONS).stream()
                    .map(face -> pipeline.engine().details(image, face))
                    .toList());
    List<FaceErrors> found = new ArrayList<>();
    for (Row row : table.rows()) {
      List<Point> labelled = scheme.labelled(row);
      nearest(scheme, labelled, pictures.value(row.text("path")).orElse(List.of()))
          .ifPresent(found::add);
    }
    int faces = table.rows().size();
    double[] errors = found.stream().mapToDouble(FaceErrors::mean).sorted().toArray();
    int right = (int) Arrays.stream(errors).filter(error -> error <= WRONG).count();
    Subject subject = Subject.of("landmarks", data, pipeline.packId());
    LandmarkReport report =
        new LandmarkReport(
            subject,
            pictures.failures(),
            scheme == Scheme.IBUG_68 ? "68 points" : "5 points",
            faces,
            faces - found.size(),
            interval(errors, LandmarkAccuracy::mean),
            interval(
                found.stream().mapToDouble(FaceErrors::meanOfMesh).sorted().toArray(),
                LandmarkAccuracy::mean),
            interval(errors, LandmarkAccuracy::median),
            Proportion.of(faces - right, faces),
            Arrays.stream(errors).map(error -> Math.max(0, AREA_TO - error)).sum()
                / AREA_TO
                / faces,
            parts(scheme, found),
            outlines(found));
    List<Double> all = new ArrayList<>(Arrays.stream(errors).boxed().toList());
    while (all.size() < faces) {
      all.add(Double.POSITIVE_INFINITY);
    }
    return new LandmarkAccuracy(report, all);
  }

  private static Optional<FaceErrors> nearest(
      Scheme scheme, List<Point> labelled, List<DetailedFace> faces) {
    return faces.stream()
        .map(face -> FaceErrors.of(scheme, labelled, face))
        .filter(errors -> errors.mean() < OTHER_FACE)
        .min(Comparator.comparingDouble(FaceErrors::mean));
  }

  private static Map<String, Double> parts(Scheme scheme, List<FaceErrors> found) {
    Map<String, Double> parts = new LinkedHashMap<>();
    scheme
        .parts()
        .forEach(
            (name, points) ->
                parts.put(
                    name,
                    found.stream()
                        .flatMapToDouble(
                            face -> Arrays.stream(points).mapToDouble(face.points()::get))
                        .average()
                        .orElse(Double.NaN)));
    return parts;
  }

  private static Map<String, Double> outlines(List<FaceErrors> found) {
    Map<String, Double> outlines = new LinkedHashMap<>();
    for (FaceErrors face : found) {
      for (String part : face.outlines().keySet()) {
        outlines.computeIfAbsent(part, _ -> outline(found, part));
      }
    }
    return outlines;
  }

  private static double outline(List<FaceErrors> found, String part) {
    return found.stream()
        .flatMap(face -> face.outlines().getOrDefault(part, List.of()).stream())
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.NaN);
  }

  private static Interval interval(double[] sample, ToDoubleFunction<double[]> figure) {
    if (sample.length == 0) {
      return Interval.UNKNOWN;
    }
    double[] replicates = new double[REPLICATES];
    for (int replicate = 0; replicate < REPLICATES; replicate++) {
      int[] drawn = Bootstrap.draw(sample.length, replicate);
      double[] again = new double[sample.length];
      int filled = 0;
      for (int i = 0; i < drawn.length; i++) {
        Arrays.fill(again, filled, filled + drawn[i], sample[i]);
        filled += drawn[i];
      }
      replicates[replicate] = figure.applyAsDouble(again);
    }
    return Bootstrap.interval(figure.applyAsDouble(sample), replicates);
  }

  private static double mean(double[] sample) {
    return Arrays.stream(sample).average().orElse(Double.NaN);
  }

  /** Of a sorted sample. */
  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
