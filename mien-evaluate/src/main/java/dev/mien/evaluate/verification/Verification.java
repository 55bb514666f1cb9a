package dev.mien.evaluate.verification;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.report.DataSet;
import dev.mien.evaluate.report.Failures;
import dev.mien.evaluate.report.Subject;
import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.evaluate.statistics.ErrorRates;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Slices;
import dev.mien.evaluate.table.Table;
import dev.mien.vision.embed.Embedding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Measures verification.
 *
 * @param report the figures
 * @param curves the rates of all comparisons, and of each value of the column "set"
 */
public record Verification(VerificationReport report, Map<String, ErrorRates> curves) {
  /** The name of the curve of all comparisons. */
  static final String ALL = "all";

  private static final String MEASUREMENT = "verification";
  private static final String SET = "set";

  private static final List<String> LABELS =
      List.of(LabelledPictures.PATH, LabelledPictures.IDENTITY);

  private static final List<String> PAIRS =
      List.of(
          PairList.ONE,
          PairList.OTHER,
          PairList.SAME,
          PairList.IDENTITY_ONE,
          PairList.IDENTITY_OTHER);

  /** Copies the map. */
  public Verification {
    curves = Collections.unmodifiableMap(new LinkedHashMap<>(curves));
  }

  /** The comparisons of a part of the data. */
  @FunctionalInterface
  private interface Part {
    Comparisons of(Predicate<Row> condition) throws EvaluationException;
  }

  /**
   * Compares each picture with each other one.
   *
   * @param table path, identity and further labels; a picture without an identity shows somebody
   *     who is in no other
   * @param data its name for the report
   */
  public static Verification ofLabels(
      Pipeline pipeline, String modelVersion, Table table, DataSet data)
      throws EvaluationException {
    Matcher matcher = Matcher.of(pipeline.engine(), modelVersion);
    LabelledPictures pictures = LabelledPictures.of(table);
    Batch<Embedding> embedded = pipeline.embeddings(pictures.paths(), modelVersion);
    return measure(
        subject(pipeline, matcher, modelVersion, data),
        embedded.failures(),
        new ErrorFigures(matcher.line(), pipeline.crew()),
        Slices.of(table, LABELS),
        part -> pictures.compare(embedded, matcher, pipeline.crew(), part));
  }

  /**
   * Compares the pairs of a list.
   *
   * @param table path1, path2, same and further labels of the pair
   * @param data its name for the report
   */
  public static Verification ofPairs(
      Pipeline pipeline, String modelVersion, Table table, DataSet data)
      throws EvaluationException {
    Matcher matcher = Matcher.of(pipeline.engine(), modelVersion);
    PairList pairs = PairList.of(table);
    Batch<Embedding> embedded = pipeline.embeddings(pairs.paths(), modelVersion);
    return measure(
        subject(pipeline, matcher, modelVersion, data),
        embedded.failures(),
        new ErrorFigures(matcher.line(), pipeline.crew()),
        Slices.of(table, PAIRS),
        part -> pairs.compare(embedded, matcher, part));
  }

  private static Subject subject(
      Pipeline pipeline, Matcher matcher, String modelVersion, DataSet data) {
    return Subject.of(MEASUREMENT, data, pipeline.packId(), modelVersion, matcher.embedder().id());
  }

  private static Verification measure(
      Subject subject,
      Failures failures,
      ErrorFigures figures,
      Map<String, List<String>> columns,
      Part part)
      throws EvaluationException {
    Comparisons all = part.of(_ -> true);
    Map<String, ErrorRates> curves = new LinkedHashMap<>();
    curves.put(ALL, ErrorFigures.rates(all));
    Map<String, Map<String, VerificationFigures>> slices = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> column : columns.entrySet()) {
      Map<String, VerificationFigures> ofColumn = new LinkedHashMap<>();
      for (String value : column.getValue()) {
        Comparisons slice = part.of(row -> Slices.value(row, column.getKey()).equals(value));
        ofColumn.put(value, figures.of(slice));
        if (column.getKey().equals(SET)) {
          curves.put(value, ErrorFigures.rates(slice));
        }
      }
      slices.put(column.getKey(), ofColumn);
    }
    return new Verification(
        new VerificationReport(subject, failures, figures.of(all), slices), curves);
  }
}
