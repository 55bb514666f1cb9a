package dev.mien.evaluate.attribute;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.attribute.AttributeReport.Attribute;
import dev.mien.evaluate.attribute.Vocabulary.Term;
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
   * @throws EvaluationException when no column is one that this pipeline says anything of
   */
  public static AttributeReport of(Pipeline pipeline, Table table, String data)
      throws EvaluationException {
    FaceReader reader = new FaceReader(pipeline.engine());
    Attributes measured =
        new Attributes(
            table,
            pipeline.largestFaces(
                table.rows().stream().map(row -> row.text(PATH)).toList(), reader::read));
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    List<String> notMeasured = new ArrayList<>();
    for (String column : table.columns()) {
      Optional<Term> term = Vocabulary.term(column);
      if (term.isPresent()) {
        Optional<Attribute> figures = measured.attribute(term.get());
        figures.ifPresentOrElse(
            found -> attributes.put(column, found), () -> notMeasured.add(column));
      }
    }
    if (attributes.isEmpty()) {
      throw new EvaluationException(
          "nothing can be measured: no picture has a face, or the model pack says nothing of "
              + String.join(", ", table.columnsBeside(List.of(PATH))));
    }
    return new AttributeReport(
        new Subject("attributes", data, pipeline.packId(), "", ""),
        measured.said.failures(),
        notMeasured,
        attributes);
  }

  private Optional<Attribute> attribute(Term term) throws EvaluationException {
    Optional<AttributeFigures> all = figures(term, _ -> true);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Map<String, AttributeFigures>> slices = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> column : Slices.of(table, List.of(PATH)).entrySet()) {
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
    return Optional.of(new Attribute(term.attribute(), all.get(), slices));
  }

  private Optional<AttributeFigures> figures(Term term, Predicate<Row> condition)
      throws EvaluationException {
    List<Categories.Sample> categories = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    for (Row row : table.rows()) {
      Optional<Map<String, Prediction>> face = said.value(row.text(PATH));
      String label = term.label(row);
      if (face.isEmpty() || label.isEmpty() || !condition.test(row)) {
        continue;
      }
      switch (face.get().get(term.attribute())) {
        case Prediction.Category category -> categories.add(new Categories.Sample(label, category));
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
