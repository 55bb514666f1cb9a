package dev.mien.evaluate.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Numbers of reports for people. */
final class Numbers {
  private static final String UNKNOWN = "-";

  private Numbers() {}

  /** A share in per cent; a dash where it is unknown. */
  static String percent(JsonNode share) {
    return share.isNumber() ? percent(share.asDouble()) + " %" : UNKNOWN;
  }

  /** Three digits of what is small, two decimals of what is not. */
  private static String percent(double share) {
    double value = 100 * share;
    return value != 0 && Math.abs(value) < 0.1
        ? String.format(Locale.ROOT, "%.2g", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  /** A share with its bounds. */
  static String interval(JsonNode interval) {
    if (!interval.path("value").isNumber()) {
      return UNKNOWN;
    }
    String value = percent(interval.path("value"));
    return interval.path("low").isNumber()
        ? "%s (%s-%s)"
            .formatted(
                value,
                percent(interval.path("low").asDouble()),
                percent(interval.path("high").asDouble()))
        : value;
  }

  /** A number as it is. */
  static String plain(JsonNode number) {
    return number.isNumber() ? String.format(Locale.ROOT, "%.2f", number.asDouble()) : UNKNOWN;
  }

  /** A number with its bounds. */
  static String plainInterval(JsonNode interval) {
    return "%s (%s-%s)"
        .formatted(
            plain(interval.path("value")),
            plain(interval.path("low")),
            plain(interval.path("high")));
  }

  /** A number and its bounds, over another; a dash where it is unknown. */
  static String timesInterval(JsonNode interval, double unit) {
    return interval.path("value").isNumber()
        ? String.format(
            Locale.ROOT,
            "%.2f (%.2f-%.2f)",
            interval.path("value").asDouble() / unit,
            interval.path("low").asDouble() / unit,
            interval.path("high").asDouble() / unit)
        : UNKNOWN;
  }

  /** Some numbers, each with another in brackets. */
  static String list(JsonNode array, String one, String other) {
    List<String> items = new ArrayList<>();
    for (JsonNode item : array) {
      items.add(plain(item.path(one)) + " (" + percent(item.path(other)) + ")");
    }
    return String.join(", ", items);
  }
}
