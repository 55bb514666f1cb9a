package dev.mien.evaluate.card;

import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Tells a report of quality. */
final class QualitySection {
  private QualitySection() {}

  static void write(Markdown text, JsonNode report) {
    if (!report.path("levels").isEmpty()) {
      levels(text, report);
    }
    if (!report.path("curve").isEmpty()) {
      text.line("");
      curve(text, report);
    }
  }

  private static void levels(Markdown text, JsonNode report) {
    text.heading("pictures", "faces", "QualityControl", "accepted", "refused for");
    for (Map.Entry<String, JsonNode> part : report.path("levels").properties()) {
      for (JsonNode level : part.getValue()) {
        text.row(
            part.getKey(),
            level.path("faces").asInt(0),
            level.path("level").asInt(0),
            Numbers.interval(level.path("accepted")),
            reasons(level.path("refusedFor")));
      }
    }
  }

  static String reasons(JsonNode shares) {
    return shares.properties().stream()
        .map(reason -> reason.getKey() + " " + Numbers.percent(reason.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static void curve(Markdown text, JsonNode report) {
    text.paragraph(
        "Misses while up to 30 % are discarded, over those while none is: "
            + Numbers.plain(report.path("areaTo30Percent"))
            + ".");
    text.heading("discarded", "misses");
    for (JsonNode point : report.path("curve")) {
      text.row(
          Numbers.percent(point.path("discarded")),
          Numbers.percent(point.path("falseNonMatchRate")));
    }
  }
}
