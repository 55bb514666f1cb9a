package dev.mien.evaluate.attribute;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.attribute.AttributeReport.Attribute;
import dev.mien.evaluate.report.DataSet;
import dev.mien.evaluate.report.Subject;
import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Slices;
import dev.mien.evaluate.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Measures attributes: what the pipeline says of the largest face of each picture. */
public final class Attributes {
  private static final String PATH = "path";

  private final Table table;
  private final Batch<Map<String, Prediction>> said;

  private Attributes(Table table, Batch<Map<String, Prediction>> said) {
    this.table = table;
    this.said = said;
  }

  /**
   * Measures all columns that label an attribute.
   *
   * @param table path and labels
   * @throws EvaluationException when no column is one that this pipeline says anything of, or a
   *     label is none
   */
  public static AttributeReport of(Pipeline pipeline, Table table, DataSet data)
      throws EvaluationException {
    List<Term> terms =
        table.columns().stream().flatMap(column -> Vocabulary.term(column).stream()).toList();
    requireLabels(table, terms);
    FaceReader reader = FaceReader.of(pipeline, terms);
    Attributes measured =
        new Attributes(
            table,
            pipeline.largestFaces(
                table.rows().stream().map(row -> row.text(PATH)).toList(), reader::read));
    TrainingNotes notes = new TrainingNotes(pipeline.pack());
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    List<String> notMeasured = new ArrayList<>();
    for (Term term : terms) {
      Optional<Attribute> figures = measured.attribute(term, notes.of(term.attribute()));
      figures.ifPresentOrElse(
          found -> attributes.put(term.column(), found), () -> notMeasured.add(term.column()));
    }
    if (attributes.isEmpty()) {
      throw new EvaluationException(
          "nothing can be measured: no labelled picture has a face, or the model pack says nothing"
              + " of "
              + String.join(", ", notMeasured));
    }
    return new AttributeReport(
        Subject.of("attributes", data, pipeline.packId()),
        measured.said.failures(),
        notMeasured,
        measured.ignored(),
        attributes);
  }

  /** Before the long run and not after it. */
  private static void requireLabels(Table table, List<Term> terms) throws EvaluationException {
    if (terms.isEmpty()) {
      throw new EvaluationException(
          "no column labels an attribute: %s; known are %s"
              .formatted(
                  String.join(", ", table.columnsBeside(List.of(PATH))),
                  String.join(", ", Vocabulary.columns())));
    }
    for (Row row : table.rows()) {
      for (Term term : terms) {
        if (term.isLabelled(row)) {
          if (term.isQuantity()) {
            row.number(term.column());
          } else {
            term.label(row);
          }
        }
      }
    }
  }

  /** Columns that neither label an attribute nor split the figures. */
  private List<String> ignored() {
    Map<String, List<String>> slices = slices();
    return table.columnsBeside(List.of(PATH)).stream()
        .filter(column -> Vocabulary.term(column).isEmpty() && !slices.containsKey(column))
        .toList();
  }

  /** Columns that split the figures: those that label no attribute, or group people. */
  private Map<String, List<String>> slices() {
    List<String> others = new ArrayList<>(List.of(PATH));
    for (String column : table.columns()) {
      Vocabulary.term(column)
          .filter(term -> !Vocabulary.groupsPeople(term.attribute()))
          .ifPresent(_ -> others.add(column));
    }
    return Slices.of(table, others);
  }

  private Optional<Attribute> attribute(Term term, String training) throws EvaluationException {
    Optional<AttributeFigures> all = figures(term, _ -> true);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Map<String, AttributeFigures>> slices = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> column : slices().entrySet()) {
      boolean same = column.getKey().equals(term.column());
      if (same && all.get() instanceof CategoryFigures) {
        continue; // the classes have figures of their own
      }
      Map<String, AttributeFigures> byValue = new LinkedHashMap<>();
      for (String value : column.getValue()) {
        Optional<AttributeFigures> ofValue =
            figures(term, row -> Slices.value(row, column.getKey()).equals(value));
        ofValue.ifPresent(figures -> byValue.put(value, figures));
      }
      slices.put(column.getKey(), byValue);
    }
    return Optional.of(new Attribute(term.attribute(), training, all.get(), slices));
  }

  private Optional<AttributeFigures> figures(Term term, Predicate<Row> condition)
      throws EvaluationException {
    List<Categories.Sample> categories = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    for (Row row : table.rows()) {
      Optional<Map<String, Prediction>> face = said.value(row.text(PATH));
      if (face.isEmpty() || !term.isLabelled(row) || !condition.test(row)) {
        continue;
      }
      switch (face.get().get(term.attribute())) {
        case Prediction.Category category ->
            categories.add(new Categories.Sample(term.label(row), category));
        case Prediction.Quantity quantity ->
            errors.add(quantity.value() - row.number(term.column()));
        case null -> {
          // the pipeline says nothing of this attribute
        }
      }
    }
    if (!errors.isEmpty()) {
      return Optional.of(Quantities.of(errors.stream().mapToDouble(Double::doubleValue).toArray()));
    }
    return categories.isEmpty() ? Optional.empty() : Optional.of(Categories.of(categories));
  }
}
