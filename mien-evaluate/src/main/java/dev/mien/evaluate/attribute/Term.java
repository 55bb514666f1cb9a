package dev.mien.evaluate.attribute;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.table.Row;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a column of a label file means.
 *
 * @param column its name
 * @param attribute what it labels, by the names of {@link Vocabulary}
 * @param words its words to the attribute's classes; none for a number
 */
record Term(String column, String attribute, Map<String, String> words) {
  /** Stands where somebody looked and could not tell. */
  private static final String UNTOLD = "-";

  Term {
    words = Map.copyOf(words);
  }

  boolean isQuantity() {
    return words.isEmpty();
  }

  boolean isLabelled(Row row) {
    String text = row.text(column);
    return !text.isEmpty() && !text.equals(UNTOLD);
  }

  /**
   * The class that a row is labelled with.
   *
   * @throws EvaluationException when the word is none that this column knows
   */
  String label(Row row) throws EvaluationException {
    String label = words.get(row.text(column).toLowerCase(Locale.ROOT));
    if (label == null) {
      throw new EvaluationException(
          "the row of %s has '%s' in column %s, which knows %s; empty or - where it is not known"
              .formatted(
                  row.cells().getFirst(),
                  row.text(column),
                  column,
                  String.join(", ", new TreeSet<>(words.keySet()))));
    }
    return label;
  }
}
