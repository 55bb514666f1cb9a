package dev.mien.evaluate.card;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The part of a card that tells one report. */
final class CardSection {
  /** In the order of the card. */
  static final List<String> MEASUREMENTS =
      List.of(
          "verification",
          "identification",
          "detection",
          "landmarks",
          "attributes",
          "quality",
          "liveness");

  private final StringBuilder text = new StringBuilder();
  private final JsonNode report;

  private CardSection(JsonNode report) {
    this.report = report;
  }

  static String title(String measurement) {
    return Character.toUpperCase(measurement.charAt(0)) + measurement.substring(1);
  }

  static String explanation(String measurement) {
    return switch (measurement) {
      case "verification" ->
          "EER: the rate at which both errors are equal. Misses: same-person pairs that stay below"
              + " the threshold. A score's column has the share of different people that reach it.";
      case "identification" ->
          "FNIR: enrolled persons that are not found first, at a share FPIR of strangers taken for"
              + " somebody.";
      case "detection" ->
          "Found: a box overlaps the label by an intersection over union of at least 0.4.";
      case "landmarks" -> "Mean distance of the points, over the distance of the eyes.";
      case "attributes" ->
          "Calibration error: mean distance of the probability given and how often it is right.";
      case "quality" ->
          "Misses as the pictures of the least quality are discarded; 1 says that the score tells"
              + " nothing.";
      case "liveness" ->
          "APCER: attacks taken for live faces. BPCER: live faces taken for attacks.";
      default -> throw new IllegalArgumentException("no measurement is called " + measurement);
    };
  }

  static String of(String measurement, JsonNode report) {
    CardSection section = new CardSection(report);
    section.data();
    switch (measurement) {
      case "verification" -> section.verification();
      case "identification" -> section.identification();
      case "detection" -> section.detection();
      case "landmarks" -> section.landmarks();
      case "attributes" -> section.attributes();
      case "quality" -> section.quality();
      case "liveness" -> section.liveness();
      default -> throw new IllegalArgumentException("no measurement is called " + measurement);
    }
    return section.text.toString();
  }

  private void data() {
    JsonNode subject = report.path("subject");
    JsonNode pictures = report.has("probes") ? report.path("probes") : report.path("pictures");
    String version = subject.path("modelVersion").asString("");
    line("\n### " + subject.path("data").asString("") + (version.isEmpty() ? "" : ", " + version));
    line("");
    line(
        "%d pictures, %d of which failed (%s); pack %s."
            .formatted(
                pictures.path("pictures").asInt(0),
                pictures.path("failed").asInt(0),
                Numbers.percent(pictures.path("rate")),
                subject.path("pack").asString("")));
    line("");
  }

  private void verification() {
    line(
        "| pairs | same | different | EER | misses at FMR 1 % | at 0.1 % | at 0.01 %"
            + " | FMR at the first score | at the second | at the third |");
    line("|---|---|---|---|---|---|---|---|---|---|");
    verificationRow("all", report.path("all"));
    for (Map.Entry<String, JsonNode> column : report.path("slices").properties()) {
      for (Map.Entry<String, JsonNode> value : column.getValue().properties()) {
        verificationRow(column.getKey() + " " + value.getKey(), value.getValue());
      }
    }
    line("");
    line(
        "Scores: "
            + Numbers.list(report.path("all").path("atScore"), "score", "nominal")
            + " (nominal false match rate in brackets).");
  }

  private void verificationRow(String name, JsonNode figures) {
    JsonNode rates = figures.path("atFalseMatchRate");
    JsonNode scores = figures.path("atScore");
    line(
        "| %s | %d | %d | %s | %s | %s | %s | %s | %s | %s |"
            .formatted(
                name,
                figures.path("genuine").asLong(0),
                figures.path("impostor").asLong(0),
                Numbers.interval(figures.path("equalErrorRate")),
                Numbers.interval(rates.path(1).path("falseNonMatchRate")),
                Numbers.interval(rates.path(2).path("falseNonMatchRate")),
                Numbers.interval(rates.path(3).path("falseNonMatchRate")),
                Numbers.interval(scores.path(0).path("falseMatchRate")),
                Numbers.interval(scores.path(1).path("falseMatchRate")),
                Numbers.interval(scores.path(2).path("falseMatchRate"))));
  }

  private void identification() {
    line("| persons | mated probes | strangers | rank 1 | FNIR at FPIR 1 % | at 0.3 % |");
    line("|---|---|---|---|---|---|");
    line(
        "| %d | %d | %d | %s | %s | %s |"
            .formatted(
                report.path("persons").asInt(0),
                report.path("mated").asInt(0),
                report.path("nonMated").asInt(0),
                Numbers.interval(report.path("rank1")),
                Numbers.interval(report.path("open").path(0).path("falseNegativeRate")),
                Numbers.interval(report.path("open").path(1).path("falseNegativeRate"))));
  }

  private void detection() {
    line(
        "| MinFaceSize %d | required | found | false boxes | recall | AP |"
            .formatted(report.path("minFaceSize").asInt(0)));
    line("|---|---|---|---|---|---|");
    for (String choice : List.of("all", "largeEnough")) {
      JsonNode figures = report.path(choice);
      line(
          "| %s | %d | %d | %d | %s | %s |"
              .formatted(
                  choice.equals("all") ? "all labels" : "labels of that size",
                  figures.path("required").asInt(0),
                  figures.path("found").asInt(0),
                  figures.path("falseBoxes").asInt(0),
                  Numbers.interval(figures.path("recall")),
                  Numbers.interval(figures.path("averagePrecision"))));
    }
  }

  private void landmarks() {
    line("| faces | not found | mean error | median | over 10 % |");
    line("|---|---|---|---|---|");
    line(
        "| %d | %d | %s | %s | %s |"
            .formatted(
                report.path("faces").asInt(0),
                report.path("notFound").asInt(0),
                Numbers.interval(report.path("meanError")),
                Numbers.interval(report.path("medianError")),
                Numbers.interval(report.path("over10Percent"))));
    line("");
    for (Map.Entry<String, JsonNode> part : report.path("parts").properties()) {
      line("- " + part.getKey() + ": " + Numbers.percent(part.getValue()));
    }
  }

  private void attributes() {
    line(
        "| label | slice | faces | accuracy or mean absolute error | balanced | always the"
            + " commonest | calibration error |");
    line("|---|---|---|---|---|---|---|");
    for (Map.Entry<String, JsonNode> label : report.path("attributes").properties()) {
      attributeRow(label.getKey(), "all", label.getValue().path("all"));
      for (Map.Entry<String, JsonNode> slice : label.getValue().path("slices").properties()) {
        for (Map.Entry<String, JsonNode> value : slice.getValue().properties()) {
          attributeRow(label.getKey(), slice.getKey() + " " + value.getKey(), value.getValue());
        }
      }
    }
  }

  private void attributeRow(String label, String slice, JsonNode figures) {
    boolean quantity = figures.has("meanAbsoluteError");
    line(
        "| %s | %s | %d | %s | %s | %s | %s |"
            .formatted(
                label,
                slice,
                figures.path("faces").asInt(0),
                quantity
                    ? Numbers.plainInterval(figures.path("meanAbsoluteError"))
                    : Numbers.interval(figures.path("accuracy")),
                Numbers.percent(figures.path("balancedAccuracy")),
                Numbers.percent(figures.path("alwaysCommonest")),
                Numbers.percent(figures.path("calibrationError"))));
  }

  private void quality() {
    line(
        "Misses while up to 30 % are discarded, over those while none is: "
            + Numbers.plain(report.path("areaTo30Percent"))
            + ".");
    line("");
    line("| discarded | misses |");
    line("|---|---|");
    for (JsonNode point : report.path("curve")) {
      line(
          "| %s | %s |"
              .formatted(
                  Numbers.percent(point.path("discarded")),
                  Numbers.percent(point.path("falseNonMatchRate"))));
    }
  }

  private void liveness() {
    line("| score | attack | pictures | APCER | BPCER |");
    line("|---|---|---|---|---|");
    for (JsonNode point : report.path("thresholds")) {
      for (Map.Entry<String, JsonNode> attack : point.path("attacks").properties()) {
        line(
            "| %s | %s | %d | %s | %s |"
                .formatted(
                    Numbers.plain(point.path("score")),
                    attack.getKey(),
                    attack.getValue().path("pictures").asInt(0),
                    Numbers.interval(attack.getValue().path("acceptedRate")),
                    Numbers.interval(point.path("liveRefused"))));
      }
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
