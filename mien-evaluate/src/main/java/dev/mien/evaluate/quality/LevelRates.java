package dev.mien.evaluate.quality;

import dev.mien.evaluate.quality.QualityReport.AtLevel;
import dev.mien.evaluate.statistics.Proportion;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Slices;
import dev.mien.evaluate.table.Table;
import dev.mien.vision.quality.FaceQuality;
import dev.mien.vision.quality.QualityLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Counts which faces the levels of QualityControl accept, and what they refuse the others for. */
final class LevelRates {
  private static final String ALL = "all";

  private LevelRates() {}

  /**
   * By part of the table, all of it first.
   *
   * @param known columns that do not split it
   * @param quality of a row's picture, if it has a face
   */
  static Map<String, List<AtLevel>> of(
      Table table, List<String> known, Function<Row, Optional<FaceQuality>> quality) {
    Map<String, List<AtLevel>> parts = new LinkedHashMap<>();
    parts.put(ALL, atLevels(qualities(table, _ -> true, quality)));
    for (Map.Entry<String, List<String>> column : Slices.of(table, known).entrySet()) {
      for (String value : column.getValue()) {
        List<FaceQuality> part =
            qualities(table, row -> Slices.value(row, column.getKey()).equals(value), quality);
        if (!part.isEmpty()) {
          parts.put(column.getKey() + " " + value, atLevels(part));
        }
      }
    }
    return parts;
  }

  private static List<FaceQuality> qualities(
      Table table, Predicate<Row> condition, Function<Row, Optional<FaceQuality>> quality) {
    List<FaceQuality> qualities = new ArrayList<>();
    for (Row row : table.rows()) {
      if (condition.test(row)) {
        quality.apply(row).ifPresent(qualities::add);
      }
    }
    return qualities;
  }

  static List<AtLevel> atLevels(List<FaceQuality> qualities) {
    return Arrays.stream(QualityLevel.values())
        .filter(level -> !level.acceptsEverything())
        .map(level -> atLevel(level, qualities))
        .toList();
  }

  private static AtLevel atLevel(QualityLevel level, List<FaceQuality> qualities) {
    long accepted =
        qualities.stream().filter(quality -> level.problems(quality, Set.of()).isEmpty()).count();
    Map<String, Double> shares = new LinkedHashMap<>();
    refusals(level, qualities)
        .forEach((value, count) -> shares.put(value, (double) count / qualities.size()));
    return new AtLevel(
        level.level(), qualities.size(), Proportion.of(accepted, qualities.size()), shares);
  }

  /** How many faces a level refuses, by the value for which it does, the most frequent first. */
  static Map<String, Long> refusals(QualityLevel level, List<FaceQuality> qualities) {
    Map<String, Long> refused = new TreeMap<>();
    for (FaceQuality quality : qualities) {
      level.problems(quality, Set.of()).stream()
          .map(QualityLevel.Problem::value)
          .distinct()
          .forEach(value -> refused.merge(value, 1L, Long::sum));
    }
    Map<String, Long> sorted = new LinkedHashMap<>();
    refused.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(reason -> sorted.put(reason.getKey(), reason.getValue()));
    return sorted;
  }
}
