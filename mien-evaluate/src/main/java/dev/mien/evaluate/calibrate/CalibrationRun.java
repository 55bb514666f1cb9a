package dev.mien.evaluate.calibrate;

import dev.mien.evaluate.report.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A calibration with its proof: the table of all people, how sure it is, and what a table of half
 * of the people is worth on the other half.
 *
 * @param table made of everybody
 * @param impostors what it was made of
 * @param bands for the logarithm of each rate asked for, the standard error of the table's
 * @param heldOut false match rates of each set and slice by tables made of other people, by name
 *     and logarithm of the rate promised
 */
public record CalibrationRun(
    CalibrationTable table,
    Impostors impostors,
    Map<Double, Double> bands,
    Map<String, Map<Double, Interval>> heldOut) {

  /** The rates of scores 40 to 70 of version 3.0. */
  static final List<Double> LOG_RATES = List.of(-3.0, -4.0, -5.0, -6.0);

  /** Groups of people that are left out in turn. */
  private static final int FOLDS = 10;

  /**
   * Calibrates.
   *
   * @param sets at least one, each with some thousand pairs of different people
   * @param sliceTolerance how many times more often than promised the worst slice may err
   * @throws IllegalArgumentException when there are too few pairs to fit a tail
   */
  public static CalibrationRun of(List<FaceSet> sets, SliceTolerance sliceTolerance) {
    Impostors impostors = Impostors.of(sets);
    impostors
        .sets()
        .forEach(
            (name, pairs) -> {
              if (pairs.count() < CalibrationTable.LEAST_PAIRS) {
                throw new IllegalArgumentException(
                    "set %s has %d pairs of different people; %d are needed"
                        .formatted(name, pairs.count(), CalibrationTable.LEAST_PAIRS));
              }
            });
    CalibrationTable table = CalibrationTable.of(impostors, sliceTolerance);
    return new CalibrationRun(
        table,
        impostors,
        bands(sets, sliceTolerance, table),
        HeldOut.rates(sets, sliceTolerance, LOG_RATES));
  }

  /**
   * Jackknife over people, since pairs that share a person are not independent: each tenth of the
   * people is left out in turn.
   */
  private static Map<Double, Double> bands(
      List<FaceSet> sets, SliceTolerance tolerance, CalibrationTable table) {
    List<CalibrationTable> without = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      without.add(
          CalibrationTable.of(
              Impostors.of(people(sets, person -> bucket(person, FOLDS) != left)), tolerance));
    }
    Map<Double, Double> bands = new LinkedHashMap<>();
    for (double logRate : LOG_RATES) {
      double similarity = table.similarity(logRate);
      double[] values = without.stream().mapToDouble(t -> t.log10Rate(similarity)).toArray();
      double mean = java.util.Arrays.stream(values).average().orElseThrow();
      double squares = 0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      bands.put(logRate, Math.sqrt(squares * (FOLDS - 1) / FOLDS));
    }
    return bands;
  }

  private static List<FaceSet> people(List<FaceSet> sets, Predicate<String> person) {
    return sets.stream().map(set -> set.of(person)).toList();
  }

  /** Spreads people evenly, the same way in every run. */
  private static int bucket(String person, int buckets) {
    int mixed = person.hashCode() * 0x9E3779B9;
    return Math.floorMod(mixed >>> 8, buckets);
  }
}
