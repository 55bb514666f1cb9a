package dev.mien.evaluate.plot;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the text of a drawn SVG file small without a visible difference. The writer draws letters
 * as outlines with nine decimals, and a curve as one element for each piece of it.
 */
final class SvgText {
  private static final Pattern LONG_NUMBER = Pattern.compile("-?[0-9]+\\.[0-9]{2,}");

  private static final Pattern LINE =
      Pattern.compile(
          " *<line style=\"([^\"]*)\" x1=\"([^\"]*)\" x2=\"([^\"]*)\" y1=\"([^\"]*)\""
              + " y2=\"([^\"]*)\"/>");

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder points = new StringBuilder();
  private String style = "";
  private String end = "";

  private SvgText() {}

  static String compact(String svg) {
    SvgText compact = new SvgText();
    rounded(svg).lines().forEach(compact::add);
    compact.flush();
    return compact.text.toString();
  }

  /** A tenth of a pixel is all one can see. */
  private static String rounded(String svg) {
    return LONG_NUMBER
        .matcher(svg)
        .replaceAll(
            number ->
                String.format(Locale.ROOT, "%.1f", Double.parseDouble(number.group()))
                    .replaceFirst("\\.0$", ""));
  }

  /** Lines of one style of which each begins where the last one ends become one element. */
  private void add(String line) {
    Matcher piece = LINE.matcher(line);
    if (!piece.matches()) {
      flush();
      text.append(line).append('\n');
      return;
    }
    String from = piece.group(2) + "," + piece.group(4);
    String to = piece.group(3) + "," + piece.group(5);
    if (points.isEmpty() || !piece.group(1).equals(style) || !from.equals(end)) {
      flush();
      style = piece.group(1);
      points.append(from);
    }
    points.append(' ').append(to);
    end = to;
  }

  private void flush() {
    if (!points.isEmpty()) {
      text.append("<polyline style=\"%s\" points=\"%s\"/>\n".formatted(style, points));
      points.setLength(0);
      end = "";
    }
  }
}
