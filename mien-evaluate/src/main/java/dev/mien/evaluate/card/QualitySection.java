package dev.mien.evaluate.card;

import tools.jackson.databind.JsonNode;

/** Tells a report of quality. */
final class QualitySection {
  private QualitySection() {}

  static void write(Markdown text, JsonNode report) {
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
