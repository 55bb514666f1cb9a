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
import java.util.List;
import java.util.Optional;

/**
 * Measures what the quality score is worth, by the error-versus-discard curve (P. Grother, E.
 * Tabassi, Performance of biometric quality measures, 2007).
 *
 * @param report the figures
 */
public record QualityValue(QualityReport report) {
  /** Low enough to be of use, high enough to be placed by the comparisons of a small set. */
  private static final double THRESHOLD_RATE = 1e-3;

  /**
   * Discards pictures of known persons.
   *
   * @param table path and identity
   */
  public static QualityValue of(Pipeline pipeline, String modelVersion, Table table, DataSet data)
      throws EvaluationException {
    Matcher matcher = Matcher.of(pipeline.engine(), modelVersion);
    Batch<Sample> batch =
        pipeline.largestFaces(
            table.rows().stream().map(row -> row.text("path")).toList(),
            (image, face) ->
                new Sample(
                    pipeline.engine().embed(image, face, modelVersion),
                    FaceQuality.assess(image, face).score()));
    List<Sample> samples = new ArrayList<>();
    List<String> identities = new ArrayList<>();
    for (Row row : table.rows()) {
      Optional<Sample> sample = batch.value(row.text("path"));
      if (sample.isPresent() && !row.text("identity").isEmpty()) {
        samples.add(sample.get());
        identities.add(row.text("identity"));
      }
    }
    DiscardCurve curve = Comparison.curve(samples, identities, matcher, THRESHOLD_RATE);
    return new QualityValue(
        new QualityReport(
            Subject.of("quality", data, pipeline.packId(), modelVersion, matcher.embedder().id()),
            batch.failures(),
            curve.medianQuality(),
            THRESHOLD_RATE,
            curve.threshold(),
            curve.points(),
            curve.area()));
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
