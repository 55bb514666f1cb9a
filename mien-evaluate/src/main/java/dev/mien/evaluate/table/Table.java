package dev.mien.evaluate.table;

import dev.mien.evaluate.EvaluationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A label file: named columns and rows of text. Immutable.
 *
 * @param columns their names, each once
 * @param rows at least one
 */
public record Table(List<String> columns, List<Row> rows) {

  /** Copies both. */
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a CSV file.
   *
   * @param required columns that it must have
   * @throws EvaluationException when it cannot be read, lacks a column or has a line of another
   *     length than its heading
   */
  public static Table read(Path file, String... required) throws EvaluationException {
    List<List<String>> lines = CsvReader.read(file);
    List<String> columns = lines.getFirst();
    if (new HashSet<>(columns).size() < columns.size()) {
      throw new EvaluationException(file + ": two columns have the same name");
    }
    for (String column : required) {
      if (!columns.contains(column)) {
        throw new EvaluationException(
            "%s: there is no column %s, only %s"
                .formatted(file, column, String.join(", ", columns)));
      }
    }
    List<Row> rows = new ArrayList<>(lines.size() - 1);
    for (List<String> cells : lines.subList(1, lines.size())) {
      if (cells.size() != columns.size()) {
        throw new EvaluationException(
            "%s: the row of %s has %d cells, the heading %d"
                .formatted(file, cells.getFirst(), cells.size(), columns.size()));
      }
      rows.add(new Row(columns, cells));
    }
    if (rows.isEmpty()) {
      throw new EvaluationException(file + " has no rows");
    }
    return new Table(columns, rows);
  }

  /** Whether there is a column of that name. */
  public boolean has(String column) {
    return columns.contains(column);
  }

  /** The first rows, at most so many. */
  public Table first(int count) {
    return count >= rows.size() ? this : new Table(columns, rows.subList(0, count));
  }

  /** The columns that are none of these. */
  public List<String> columnsBeside(List<String> known) {
    return columns.stream().filter(column -> !known.contains(column)).toList();
  }
}
