package dev.mien.models.quantise;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The text of the ranges of a network's values: a line each, the value's name, the low end and the
 * high end. Lines that begin with # are comments. What is read is what was written, to the last
 * bit, so that whoever has the same network and the same text makes the same bytes.
 */
public final class RangeFile {
  private static final int CELLS = 3;

  private RangeFile() {}

  /**
   * Writes ranges.
   *
   * @param comment what readers should know of them, in lines
   * @param ranges by the value's name, in the order of the text
   */
  public static String write(String comment, Map<String, Range> ranges) {
    StringBuilder text = new StringBuilder();
    comment.lines().forEach(line -> text.append("# ").append(line).append('\n'));
    ranges.forEach(
        (value, range) ->
            text.append(value)
                .append(' ')
                .append(range.low())
                .append(' ')
                .append(range.high())
                .append('\n'));
    return text.toString();
  }

  /**
   * Reads ranges.
   *
   * @throws IllegalArgumentException if a line is no range, or a value has two; the message shows
   *     it
   */
  public static Map<String, Range> read(String text) {
    Map<String, Range> ranges = new LinkedHashMap<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split(" ", -1);
      if (cells.length != CELLS || ranges.put(cells[0], range(line, cells)) != null) {
        throw new IllegalArgumentException("'" + line + "' is no range of a value, or the second");
      }
    }
    return ranges;
  }

  private static Range range(String line, String[] cells) {
    try {
      return new Range(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + line + "' is no range: " + e.getMessage(), e);
    }
  }
}
