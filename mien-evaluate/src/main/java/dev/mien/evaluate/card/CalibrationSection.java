package dev.mien.evaluate.card;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tells a calibration. */
final class CalibrationSection {
  /** Rarer ones are modelled and not counted. */
  private static final List<String> RATES = List.of("1e-03", "1e-04");

  private CalibrationSection() {}

  static void write(Markdown text, JsonNode report) {
    text.heading("followed up to", "at 1 in 1,000", "at 1 in 10,000");
    JsonNode points = report.path("points");
    text.row("times as often", tolerance(points, 0), tolerance(points, 1));
    text.line("");
    text.heading("people", "pairs", "at 1 in 1,000", "at 1 in 10,000");
    populations(text, "", report.path("sets"));
    populations(text, "followed: ", report.path("slices"));
    populations(text, "reported: ", report.path("reportedSlices"));
  }

  private static String tolerance(JsonNode points, int rate) {
    return Numbers.plain(points.path(RATES.get(rate)).path("sliceTolerance"));
  }

  private static void populations(Markdown text, String kind, JsonNode populations) {
    for (Map.Entry<String, JsonNode> entry : populations.properties()) {
      JsonNode others = entry.getValue().path("countedOnOthers");
      text.row(
          kind + entry.getKey(),
          entry.getValue().path("pairs").asLong(0),
          times(others, RATES.get(0)),
          times(others, RATES.get(1)));
    }
  }

  private static String times(JsonNode others, String rate) {
    return Numbers.timesInterval(others.path(rate), Double.parseDouble(rate));
  }
}
