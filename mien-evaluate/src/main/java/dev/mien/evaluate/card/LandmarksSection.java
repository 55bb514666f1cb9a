package dev.mien.evaluate.card;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tells a report of landmarks. */
final class LandmarksSection {
  private LandmarksSection() {}

  static void write(Markdown text, JsonNode report) {
    text.heading("faces", "not found", "mean error", "of the mesh", "median", "over 10 %");
    text.row(
        report.path("faces").asInt(0),
        report.path("notFound").asInt(0),
        Numbers.interval(report.path("meanError")),
        Numbers.interval(report.path("meshError")),
        Numbers.interval(report.path("medianError")),
        Numbers.interval(report.path("over10Percent")));
    list(text, "Points", report.path("parts"));
    list(text, "Outlines", report.path("outlines"));
  }

  private static void list(Markdown text, String title, JsonNode parts) {
    if (parts.isEmpty()) {
      return;
    }
    text.line("");
    text.paragraph(title + ":");
    for (Map.Entry<String, JsonNode> part : parts.properties()) {
      text.line("- " + part.getKey() + ": " + Numbers.percent(part.getValue()));
    }
  }
}
