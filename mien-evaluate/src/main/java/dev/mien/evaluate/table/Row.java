package dev.mien.evaluate.table;

import dev.mien.evaluate.EvaluationException;
import java.util.List;

/**
 * A row of a table.
 *
 * @param columns the table's
 * @param cells one for each column
 */
public record Row(List<String> columns, List<String> cells) {

  /** Copies both. */
  public Row {
    columns = List.copyOf(columns);
    cells = List.copyOf(cells);
  }

  /** The text in a column; empty where the table has no such column. */
  public String text(String column) {
    int index = columns.indexOf(column);
    return index < 0 ? "" : cells.get(index);
  }

  /**
   * The number in a column.
   *
   * @throws EvaluationException when it is none
   */
  public double number(String column) throws EvaluationException {
    String text = text(column);
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new EvaluationException(
        "the row of %s has no number in column %s: '%s'".formatted(cells.getFirst(), column, text));
  }

  /**
   * The answer in a column: 1, true or yes, or 0, false or no.
   *
   * @throws EvaluationException when it is neither
   */
  public boolean flag(String column) throws EvaluationException {
    return switch (text(column)) {
      case "1", "true", "yes" -> true;
      case "0", "false", "no" -> false;
      default ->
          throw new EvaluationException(
              "the row of %s has neither 1 nor 0 in column %s: '%s'"
                  .formatted(cells.getFirst(), column, text(column)));
    };
  }
}
