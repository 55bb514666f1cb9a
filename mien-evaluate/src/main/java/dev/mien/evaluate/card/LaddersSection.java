package dev.mien.evaluate.card;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Tells a report of good faces that were made worse. */
final class LaddersSection {
  private LaddersSection() {}

  static void write(Markdown text, JsonNode report) {
    JsonNode whole = report.path("asTheyAre");
    text.paragraph(
        "%d faces of %d that are good; as they are, their mean score is %s, and levels 1 to 4 accept %s."
            .formatted(
                whole.path("faces").asInt(0),
                report.path("goodFaces").asInt(0),
                Numbers.plainInterval(whole.path("score")),
                accepted(whole)));
    ladders(text, report.path("ladders"));
    text.line("");
    things(text, report.path("things"));
    text.line("");
    flaws(text, report.path("flaws"));
  }

  private static void ladders(Markdown text, JsonNode ladders) {
    text.heading(
        "made worse by",
        "steps",
        "score",
        "sharpness",
        "brightness",
        "level 1",
        "level 2",
        "level 3",
        "level 4",
        "never rising",
        "never by more than 1",
        "lower at every step");
    for (JsonNode ladder : ladders) {
      List<JsonNode> steps = ladder.path("steps").valueStream().toList();
      List<JsonNode> figures = steps.stream().map(step -> step.path("figures")).toList();
      text.row(
          ladder.path("damage").asString("") + ", " + ladder.path("unit").asString(""),
          steps.stream()
              .map(step -> plain(step.path("strength").asDouble(0)))
              .collect(Collectors.joining(" / ")),
          joined(figures, each -> whole(each.path("score").path("value"))),
          joined(figures, each -> whole(each.path("sharpness"))),
          joined(figures, each -> whole(each.path("brightness"))),
          joined(figures, each -> percent(each, 0)),
          joined(figures, each -> percent(each, 1)),
          joined(figures, each -> percent(each, 2)),
          joined(figures, each -> percent(each, 3)),
          Numbers.interval(ladder.path("neverRising")),
          Numbers.interval(ladder.path("hardlyRising")),
          Numbers.interval(ladder.path("falling")));
    }
  }

  private static void things(Markdown text, JsonNode things) {
    text.heading(
        "drawn over it",
        "score",
        "level 1",
        "level 2",
        "level 3",
        "level 4",
        "refused by level 3 for");
    for (Map.Entry<String, JsonNode> thing : things.properties()) {
      JsonNode figures = thing.getValue();
      text.row(
          thing.getKey(),
          Numbers.plainInterval(figures.path("score")),
          percent(figures, 0),
          percent(figures, 1),
          percent(figures, 2),
          percent(figures, 3),
          QualitySection.reasons(figures.path("refusedFor")));
    }
  }

  private static void flaws(Markdown text, JsonNode flaws) {
    text.heading(
        "flaws",
        "refused from level",
        "as worded",
        "all named",
        "level 1",
        "level 2",
        "level 3",
        "level 4",
        "refused by level 3 for");
    for (JsonNode flaw : flaws) {
      JsonNode figures = flaw.path("figures");
      text.row(
          flaw.path("flaws").asString(""),
          flaw.path("refusedFrom").asInt(0),
          Numbers.interval(flaw.path("asWorded")),
          Numbers.interval(flaw.path("named")),
          percent(figures, 0),
          percent(figures, 1),
          percent(figures, 2),
          percent(figures, 3),
          QualitySection.reasons(figures.path("refusedFor")));
    }
  }

  private static String joined(List<JsonNode> steps, Function<JsonNode, String> cell) {
    return steps.stream().map(cell).collect(Collectors.joining(" / "));
  }

  private static String accepted(JsonNode figures) {
    return figures
        .path("accepted")
        .valueStream()
        .map(level -> Numbers.percent(level.path("value")))
        .collect(Collectors.joining(", "));
  }

  /** The share that the level with an index, 0 to 3, accepts, in whole percent. */
  private static String percent(JsonNode figures, int index) {
    JsonNode share = figures.path("accepted").path(index).path("value");
    return share.isNumber() ? String.format(Locale.ROOT, "%.0f", 100 * share.asDouble()) : "-";
  }

  private static String whole(JsonNode number) {
    return number.isNumber() ? String.format(Locale.ROOT, "%.0f", number.asDouble()) : "-";
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : String.valueOf(number);
  }
}
