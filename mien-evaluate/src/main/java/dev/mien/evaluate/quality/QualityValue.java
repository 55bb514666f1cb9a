package dev.mien.evaluate.quality;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.plot.Axis;
import dev.mien.evaluate.plot.Curve;
import dev.mien.evaluate.plot.Plot;
import dev.mien.evaluate.plot.Plot.Style;
import dev.mien.evaluate.quality.QualityReport.Discard;
import dev.mien.evaluate.report.DataSet;
import dev.mien.evaluate.report.Subject;
import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Table;
import dev.mien.evaluate.verification.Matcher;
import dev.mien.vision.quality.FaceQuality;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures what the quality score is worth, by the error-versus-discard curve (P. Grother, E.
 * Tabassi, Performance of biometric quality measures, 2007).
 *
 * @param report the figures
 * @param qualities of the pictures' largest faces
 */
public record QualityValue(QualityReport report, Batch<FaceQuality> qualities) {
  /** Low enough to be of use, high enough to be placed by the comparisons of a small set. */
  private static final double THRESHOLD_RATE = 1e-3;

  private static final String PATH = "path";
  private static final String IDENTITY = "identity";

  /**
   * Assesses pictures, and discards those of known persons.
   *
   * @param table path, and identity for the curve; further columns split the pictures
   */
  public static QualityValue of(Pipeline pipeline, String modelVersion, Table table, DataSet data)
      throws EvaluationException {
    return table.columns().contains(IDENTITY)
        ? ofPersons(pipeline, modelVersion, table, data)
        : ofStrangers(pipeline, table, data);
  }

  private static QualityValue ofStrangers(Pipeline pipeline, Table table, DataSet data)
      throws EvaluationException {
    Batch<FaceQuality> batch = pipeline.largestFaces(paths(table), FaceQuality::assess);
    double[] scores =
        table.rows().stream()
            .flatMap(row -> batch.value(row.text(PATH)).stream())
            .mapToDouble(FaceQuality::score)
            .sorted()
            .toArray();
    return new QualityValue(
        new QualityReport(
            Subject.of("quality", data, pipeline.packId()),
            batch.failures(),
            LevelRates.of(table, List.of(PATH), row -> batch.value(row.text(PATH))),
            scores.length == 0 ? Double.NaN : scores[scores.length / 2],
            Double.NaN,
            Double.NaN,
            List.of(),
            Double.NaN),
        batch);
  }

  private static QualityValue ofPersons(
      Pipeline pipeline, String modelVersion, Table table, DataSet data)
      throws EvaluationException {
    Matcher matcher = Matcher.of(pipeline.engine(), modelVersion);
    Batch<Sample> batch =
        pipeline.largestFaces(
            paths(table),
            (image, face) ->
                new Sample(
                    pipeline.engine().embed(image, face, modelVersion),
                    FaceQuality.assess(image, face)));
    List<Sample> samples = new ArrayList<>();
    List<String> identities = new ArrayList<>();
    for (Row row : table.rows()) {
      Optional<Sample> sample = batch.value(row.text(PATH));
      if (sample.isPresent() && !row.text(IDENTITY).isEmpty()) {
        samples.add(sample.get());
        identities.add(row.text(IDENTITY));
      }
    }
    Map<String, FaceQuality> qualities = new LinkedHashMap<>();
    batch.values().forEach((path, sample) -> qualities.put(path, sample.quality()));
    DiscardCurve curve = Comparison.curve(samples, identities, matcher, THRESHOLD_RATE);
    return new QualityValue(
        new QualityReport(
            Subject.of("quality", data, pipeline.packId(), modelVersion, matcher.embedder().id()),
            batch.failures(),
            LevelRates.of(
                table,
                List.of(PATH, IDENTITY),
                row -> batch.value(row.text(PATH)).map(Sample::quality)),
            curve.medianQuality(),
            THRESHOLD_RATE,
            curve.threshold(),
            curve.points(),
            curve.area()),
        new Batch<>(qualities, batch.failures()));
  }

  private static List<String> paths(Table table) {
    return table.rows().stream().map(row -> row.text(PATH)).toList();
  }

  /** Writes quality-discard, if anything was missed. */
  public void plot(Path folder) throws EvaluationException {
    List<Discard> points =
        report.curve().stream()
            .filter(point -> Double.isFinite(point.falseNonMatchRate()))
            .toList();
    double highest = points.stream().mapToDouble(Discard::falseNonMatchRate).max().orElse(0);
    if (highest > 0) {
      Plot.curves(
          folder,
          "quality-discard",
          "Misses as pictures of the least quality are discarded",
          Axis.linear("share of pictures discarded", 0, points.getLast().discarded()),
          Axis.linear("false non-match rate", 0, highest * 1.1),
          Style.MARKED,
          List.of(
              new Curve(
                  "quality score",
                  points.stream().mapToDouble(Discard::discarded).toArray(),
                  points.stream().mapToDouble(Discard::falseNonMatchRate).toArray())));
    }
  }
}
