package dev.mien.evaluate.card;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tells a report of liveness. */
final class LivenessSection {
  private LivenessSection() {}

  static void write(Markdown text, JsonNode report) {
    text.heading("shown", "pictures", "judged", "face too small", "failed");
    responses(text, "live", report.path("live"));
    for (Map.Entry<String, JsonNode> attack : report.path("attacks").properties()) {
      responses(text, attack.getKey(), attack.getValue());
    }
    text.line("");
    text.heading("pictures", "score", "shown", "APCER", "BPCER");
    thresholds(text, "all", report.path("thresholds"));
    for (Map.Entry<String, JsonNode> column : report.path("slices").properties()) {
      for (Map.Entry<String, JsonNode> value : column.getValue().properties()) {
        thresholds(text, column.getKey() + " " + value.getKey(), value.getValue());
      }
    }
  }

  private static void responses(Markdown text, String kind, JsonNode responses) {
    text.row(
        kind,
        responses.path("pictures").asInt(0),
        responses.path("judged").asInt(0),
        responses.path("tooSmall").asInt(0),
        responses.path("failed").asInt(0));
  }

  private static void thresholds(Markdown text, String slice, JsonNode thresholds) {
    for (JsonNode point : thresholds) {
      for (Map.Entry<String, JsonNode> attack : point.path("attacksAccepted").properties()) {
        text.row(
            slice,
            Numbers.plain(point.path("score")),
            attack.getKey(),
            Numbers.interval(attack.getValue()),
            Numbers.interval(point.path("liveRefused")));
      }
    }
  }
}
