package dev.mien.evaluate.card;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tells a report of identification. */
final class IdentificationSection {
  private IdentificationSection() {}

  static void write(Markdown text, JsonNode report) {
    text.paragraph(
        "%d persons with %d pictures are enrolled; %d probes show them, %d show strangers."
            .formatted(
                report.path("persons").asInt(0),
                report.path("enrolledPictures").asInt(0),
                report.path("mated").asInt(0),
                report.path("nonMated").asInt(0)));
    text.heading("search of", "rank 1", "rank 5", "FNIR at FPIR 1 %", "at 0.3 %");
    for (Map.Entry<String, JsonNode> way : report.path("searches").properties()) {
      JsonNode figures = way.getValue();
      text.row(
          way.getKey(),
          Numbers.interval(figures.path("rank1")),
          Numbers.interval(figures.path("rank5")),
          Numbers.interval(figures.path("open").path(0).path("falseNegativeRate")),
          Numbers.interval(figures.path("open").path(1).path("falseNegativeRate")));
    }
  }
}
