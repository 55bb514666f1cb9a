package dev.mien.evaluate.liveness;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.liveness.LivenessReport.AtThreshold;
import dev.mien.evaluate.liveness.LivenessReport.Responses;
import dev.mien.evaluate.liveness.Presentation.Response;
import dev.mien.evaluate.report.DataSet;
import dev.mien.evaluate.report.Failure;
import dev.mien.evaluate.report.Failures;
import dev.mien.evaluate.report.Subject;
import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.evaluate.statistics.ErrorRates;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Slices;
import dev.mien.evaluate.table.Table;
import dev.mien.vision.Face;
import dev.mien.vision.image.Image;
import dev.mien.vision.liveness.LivenessDetector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures liveness.
 *
 * @param report the figures
 * @param curves rates of live faces and attacks by score: of all attacks, then of each kind
 */
public record LivenessAccuracy(LivenessReport report, Map<String, ErrorRates> curves) {
  /** The name of the curve of all attacks. */
  static final String ALL = "all attacks";

  private static final String PATH = "path";
  private static final List<String> KNOWN = List.of(PATH, "live", "attack");

  private static final String TOO_SMALL =
      "refused: the face is smaller than %d x %1$d pixels"
          .formatted(LivenessDetector.MIN_FACE_SIZE);

  /** Copies the map. */
  public LivenessAccuracy {
    curves = Collections.unmodifiableMap(new LinkedHashMap<>(curves));
  }

  /**
   * Judges the largest face of each picture.
   *
   * @param table path, live (1 or 0), attack: its kind, and further labels
   * @throws EvaluationException when no face could be judged, or a row says neither live nor not
   */
  public static LivenessAccuracy of(Pipeline pipeline, Table table, DataSet data)
      throws EvaluationException {
    for (Row row : table.rows()) {
      row.flag("live"); // before the long run and not after it
    }
    Batch<Response> batch =
        pipeline.largestFaces(
            table.rows().stream().map(row -> row.text(PATH)).toList(),
            (image, face) -> judge(pipeline, image, face));
    List<Presentation> presentations = new ArrayList<>();
    for (Row row : table.rows()) {
      Response response = batch.value(row.text(PATH)).orElse(new Presentation.Failed());
      presentations.add(Presentation.of(row, response));
    }
    LivenessFigures figures = new LivenessFigures(presentations);
    if (presentations.stream().noneMatch(Presentation::isJudged)) {
      throw new EvaluationException(
          "no face could be judged: none is large enough, or the model pack has no liveness");
    }
    Map<String, Responses> attacks = new LinkedHashMap<>();
    figures.kinds().forEach(kind -> attacks.put(kind, figures.responses(kind)));
    LivenessReport report =
        new LivenessReport(
            Subject.of("liveness", data, pipeline.packId()),
            failures(batch),
            LivenessDetector.MIN_FACE_SIZE,
            figures.responses(""),
            attacks,
            figures.rates().equalErrorRate(),
            figures.thresholds(),
            slices(table, figures));
    return new LivenessAccuracy(report, curves(figures));
  }

  /** As DetectLiveFaceAccurate judges: by the size that it tells, in whole pixels. */
  private static Response judge(Pipeline pipeline, Image image, Face face) {
    long side = Math.min(Math.round(face.box().width()), Math.round(face.box().height()));
    if (side < LivenessDetector.MIN_FACE_SIZE) {
      return new Presentation.TooSmall();
    }
    return pipeline
        .engine()
        .liveness(image, face)
        .<Response>map(liveness -> new Presentation.Judged(liveness.score()))
        .orElseGet(Presentation.Failed::new);
  }

  /** What the pipeline refuses fails too. */
  private static Failures failures(Batch<Response> batch) {
    List<Failure> failures = new ArrayList<>(batch.failures().list());
    batch
        .values()
        .forEach(
            (path, response) -> {
              switch (response) {
                case Presentation.Judged _ -> {
                  // has a score
                }
                case Presentation.TooSmall _ -> failures.add(new Failure(path, TOO_SMALL));
                case Presentation.Failed _ ->
                    failures.add(new Failure(path, "the model pack has no liveness"));
              }
            });
    return Failures.of(batch.failures().pictures(), failures);
  }

  private static Map<String, Map<String, List<AtThreshold>>> slices(
      Table table, LivenessFigures figures) {
    Map<String, Map<String, List<AtThreshold>>> slices = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> column : Slices.of(table, KNOWN).entrySet()) {
      Map<String, List<AtThreshold>> byValue = new LinkedHashMap<>();
      for (String value : column.getValue()) {
        byValue.put(
            value,
            figures
                .where(
                    presentation -> Slices.value(presentation.row(), column.getKey()).equals(value))
                .thresholds());
      }
      slices.put(column.getKey(), byValue);
    }
    return slices;
  }

  private static Map<String, ErrorRates> curves(LivenessFigures figures) {
    Map<String, ErrorRates> curves = new LinkedHashMap<>();
    curves.put(ALL, figures.rates());
    List<String> kinds = figures.kinds();
    if (kinds.size() > 1) {
      for (String kind : kinds) {
        curves.put(
            kind,
            figures
                .where(presentation -> presentation.isLive() || presentation.attack().equals(kind))
                .rates());
      }
    }
    return curves;
  }
}
