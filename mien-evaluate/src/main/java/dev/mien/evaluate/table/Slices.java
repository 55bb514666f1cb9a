package dev.mien.evaluate.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Parts of a table by the values of its further columns, for figures of each part. Ages are put
 * into bands.
 */
public final class Slices {
  private static final String AGE = "age";
  private static final int[] AGE_BANDS = {0, 6, 16, 30, 45, 60};

  /** A column with more values than this names things and does not group them. */
  private static final int MAX_VALUES = 12;

  private Slices() {}

  /**
   * The values of each column that groups rows.
   *
   * @param known columns that mean something else
   * @return column to its values, sorted; columns with one value or more than twelve are left out
   */
  public static Map<String, List<String>> of(Table table, List<String> known) {
    Map<String, List<String>> slices = new LinkedHashMap<>();
    for (String column : table.columnsBeside(known)) {
      Set<String> values = new TreeSet<>();
      for (Row row : table.rows()) {
        String value = value(row, column);
        if (!value.isEmpty() && values.size() <= MAX_VALUES) {
          values.add(value);
        }
      }
      if (values.size() >= 2 && values.size() <= MAX_VALUES) {
        slices.put(column, new ArrayList<>(values));
      }
    }
    return slices;
  }

  /** The value that a row is grouped by: the text, or the band of an age such as "16-29". */
  public static String value(Row row, String column) {
    String text = row.text(column);
    if (!column.equals(AGE) || !text.matches("[0-9]{1,3}")) {
      return text;
    }
    int age = Integer.parseInt(text);
    int band = 0;
    while (band + 1 < AGE_BANDS.length && age >= AGE_BANDS[band + 1]) {
      band++;
    }
    return band + 1 < AGE_BANDS.length
        ? "%02d-%02d".formatted(AGE_BANDS[band], AGE_BANDS[band + 1] - 1)
        : AGE_BANDS[band] + "+";
  }
}
