package dev.mien.evaluate.card;

import java.util.Locale;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** The parts of a card, one for each measurement, in its order. */
enum CardSection {
  VERIFICATION(
      "EER: the rate at which both errors are equal. Misses: same-person pairs that stay below the"
          + " threshold. A score's column has the share of different people that reach it.",
      VerificationSection::write),
  CALIBRATION(
      "How often different people pass whom neither the score table nor the cohort was made of,"
          + " over what a score says, at the scores of a false match rate of 1 in 1,000 (40 in"
          + " version 3.0, 70 in 2.0) and 1 in 10,000 (50 and 80): 1 is as said. Of a slice, all"
          + " pairs within it. The table is held up where a followed slice passes the given times"
          + " more often. Where few pairs are expected to pass, the interval tells more than the"
          + " figure.",
      CalibrationSection::write),
  IDENTIFICATION(
      "FNIR: enrolled persons that are not found first, at a share FPIR of strangers taken for"
          + " somebody. Persons: all faces of a person count as one (SearchPersons); faces: the"
          + " most similar one counts (SearchFaces).",
      IdentificationSection::write),
  DETECTION(
      "Found: a box overlaps the label by an intersection over union of at least 0.4.",
      DetectionSection::write),
  LANDMARKS(
      "Mean distance of the points, over the distance of the eyes. Mesh: the points of the net"
          + " alone. Outlines: the points of AnalyzeFace that correspond to labels, from the"
          + " labelled outline.",
      LandmarksSection::write),
  ATTRIBUTES(
      "Calibration error: mean distance of the probability given and how often it is right. Where a"
          + " set was trained on, its figures flatter; beside them is what cross-validation gave on"
          + " pictures left out of the training, over all sets that a head was trained on and over"
          + " all its kinds.",
      AttributesSection::write),
  QUALITY(
      "What each level of QualityControl accepts, and for which values it refuses the others (a"
          + " face may have several). Misses as the pictures of the least quality are discarded; 1"
          + " says that the score tells nothing.",
      QualitySection::write),
  LADDERS(
      "Good faces (those that QualityControl 4 accepts) made worse. A face that is no longer found"
          + " has the score 0 and is refused. Never rising: faces whose score is higher at no step"
          + " than at the one before. As worded: faces that the level whose words name such flaws,"
          + " and those above it, refuse, and those below accept. All named: faces that are refused"
          + " with every flaw named.",
      LaddersSection::write),
  LIVENESS(
      "APCER: attacks taken for live faces. BPCER: live faces taken for attacks. DetectLiveFace"
          + " gives the same judgement another scale: its 87 is the 40 of DetectLiveFaceAccurate,"
          + " whose scores these are.",
      LivenessSection::write);

  private final String explanation;

  @SuppressWarnings("ImmutableEnumChecker") // methods without a state
  private final BiConsumer<Markdown, JsonNode> writer;

  CardSection(String explanation, BiConsumer<Markdown, JsonNode> writer) {
    this.explanation = explanation;
    this.writer = writer;
  }

  /** What reports call the measurement. */
  String measurement() {
    return name().toLowerCase(Locale.ROOT);
  }

  String title() {
    return name().charAt(0) + measurement().substring(1);
  }

  String explanation() {
    return explanation;
  }

  /** What is told of one report. */
  String of(JsonNode report) {
    Markdown text = new Markdown();
    data(text, report);
    writer.accept(text, report);
    return text.toString();
  }

  private static void data(Markdown text, JsonNode report) {
    JsonNode subject = report.path("subject");
    JsonNode pictures = report.has("probes") ? report.path("probes") : report.path("pictures");
    String version = subject.path("modelVersion").asString("");
    text.line("");
    text.paragraph(
        "### " + subject.path("data").asString("") + (version.isEmpty() ? "" : ", " + version));
    if (pictures.has("pictures")) {
      pictures(text, pictures, subject);
    }
    String remark = subject.path("remark").asString("");
    if (!remark.isEmpty()) {
      text.paragraph("**" + remark + "**");
    }
  }

  private static void pictures(Markdown text, JsonNode pictures, JsonNode subject) {
    text.paragraph(
        "%d pictures, %d of which failed (%s); pack %s."
            .formatted(
                pictures.path("pictures").asInt(0),
                pictures.path("failed").asInt(0),
                Numbers.percent(pictures.path("rate")),
                subject.path("pack").asString("")));
  }
}
