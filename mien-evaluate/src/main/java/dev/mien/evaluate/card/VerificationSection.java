package dev.mien.evaluate.card;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tells a report of verification. */
final class VerificationSection {
  private VerificationSection() {}

  static void write(Markdown text, JsonNode report) {
    text.heading(
        "pairs",
        "same",
        "different",
        "EER",
        "misses at FMR 1 %",
        "at 0.1 %",
        "at 0.01 %",
        "FMR at the first score",
        "at the second",
        "at the third");
    row(text, "all", report.path("all"));
    for (Map.Entry<String, JsonNode> column : report.path("slices").properties()) {
      for (Map.Entry<String, JsonNode> value : column.getValue().properties()) {
        row(text, column.getKey() + " " + value.getKey(), value.getValue());
      }
    }
    text.line("");
    text.line(
        "Scores: "
            + Numbers.list(report.path("all").path("atScore"), "score", "nominal")
            + " (nominal false match rate in brackets).");
  }

  private static void row(Markdown text, String name, JsonNode figures) {
    JsonNode rates = figures.path("atFalseMatchRate");
    JsonNode scores = figures.path("atScore");
    text.row(
        name,
        figures.path("genuine").asLong(0),
        figures.path("impostor").asLong(0),
        Numbers.interval(figures.path("equalErrorRate")),
        Numbers.interval(rates.path(1).path("falseNonMatchRate")),
        Numbers.interval(rates.path(2).path("falseNonMatchRate")),
        Numbers.interval(rates.path(3).path("falseNonMatchRate")),
        Numbers.interval(scores.path(0).path("falseMatchRate")),
        Numbers.interval(scores.path(1).path("falseMatchRate")),
        Numbers.interval(scores.path(2).path("falseMatchRate")));
  }
}
