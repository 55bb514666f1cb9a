package dev.mien.evaluate.card;

import tools.jackson.databind.JsonNode;

/** Tells a report of detection. */
final class DetectionSection {
  private DetectionSection() {}

  static void write(Markdown text, JsonNode report) {
    text.heading(
        "MinFaceSize " + report.path("minFaceSize").asInt(0),
        "required",
        "found",
        "false boxes",
        "recall",
        "AP");
    row(text, "all labels", report.path("all"));
    row(text, "labels of that size", report.path("largeEnough"));
  }

  private static void row(Markdown text, String name, JsonNode figures) {
    text.row(
        name,
        figures.path("required").asInt(0),
        figures.path("found").asInt(0),
        figures.path("falseBoxes").asInt(0),
        Numbers.interval(figures.path("recall")),
        Numbers.interval(figures.path("averagePrecision")));
  }
}
