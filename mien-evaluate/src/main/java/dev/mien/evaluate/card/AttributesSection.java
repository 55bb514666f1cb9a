package dev.mien.evaluate.card;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Tells a report of attributes. */
final class AttributesSection {
  /** The part of a head's remarks that sums up its cross-validation. */
  private static final Pattern CROSS_VALIDATED =
      Pattern.compile("cross-validated: (.*?)(?:, AUC NaN)?(?:, by label .*|, cost .*)?$");

  private static final Pattern ACCURACY = Pattern.compile("cross-validated: .*?accuracy ([0-9.]+)");

  private static final Pattern ERROR =
      Pattern.compile("cross-validated: .*?mean absolute error ([0-9.]+)");

  private AttributesSection() {}

  static void write(Markdown text, JsonNode report) {
    text.heading(
        "label",
        "slice",
        "faces",
        "accuracy or mean absolute error",
        "left out of training",
        "balanced",
        "always the commonest",
        "calibration error");
    for (Map.Entry<String, JsonNode> label : report.path("attributes").properties()) {
      String leftOut = leftOut(label.getValue().path("training").asString(""));
      row(text, label.getKey(), "all", label.getValue().path("all"), leftOut);
      for (Map.Entry<String, JsonNode> slice : label.getValue().path("slices").properties()) {
        for (Map.Entry<String, JsonNode> value : slice.getValue().properties()) {
          row(text, label.getKey(), slice.getKey() + " " + value.getKey(), value.getValue(), "");
        }
      }
    }
    classes(text, report.path("attributes"));
    training(text, report.path("attributes"));
  }

  /** What cross-validation found of the accuracy or the error, over all sets and kinds. */
  private static String leftOut(String training) {
    Matcher accuracy = ACCURACY.matcher(training);
    if (accuracy.find()) {
      return String.format(Locale.ROOT, "%.1f %%", 100 * Double.parseDouble(accuracy.group(1)));
    }
    Matcher error = ERROR.matcher(training);
    return error.find() ? error.group(1) : "-";
  }

  private static void row(
      Markdown text, String label, String slice, JsonNode figures, String leftOut) {
    text.row(
        label,
        slice,
        figures.path("faces").asInt(0),
        figures.has("meanAbsoluteError")
            ? Numbers.plainInterval(figures.path("meanAbsoluteError"))
            : Numbers.interval(figures.path("accuracy")),
        leftOut,
        Numbers.percent(figures.path("balancedAccuracy")),
        Numbers.percent(figures.path("alwaysCommonest")),
        Numbers.percent(figures.path("calibrationError")));
  }

  private static void classes(Markdown text, JsonNode attributes) {
    text.line("");
    text.paragraph("Right, of the faces that are labelled so:");
    for (Map.Entry<String, JsonNode> label : attributes.properties()) {
      JsonNode perClass = label.getValue().path("all").path("perClass");
      if (!perClass.isEmpty()) {
        text.line(
            "- "
                + label.getKey()
                + ": "
                + String.join(
                    ", ",
                    perClass.properties().stream()
                        .map(each -> each.getKey() + " " + Numbers.interval(each.getValue()))
                        .toList()));
      }
    }
  }

  private static void training(Markdown text, JsonNode attributes) {
    boolean first = true;
    for (Map.Entry<String, JsonNode> label : attributes.properties()) {
      Matcher remarks = CROSS_VALIDATED.matcher(label.getValue().path("training").asString(""));
      if (remarks.find()) {
        if (first) {
          text.line("");
          text.paragraph("On pictures left out of the training, as the pack's heads record it:");
          first = false;
        }
        text.line("- " + label.getKey() + ": " + remarks.group(1));
      }
    }
  }
}
