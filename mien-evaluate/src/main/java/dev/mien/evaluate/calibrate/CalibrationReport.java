package dev.mien.evaluate.calibrate;

import dev.mien.evaluate.report.Failures;
import dev.mien.evaluate.report.Interval;
import dev.mien.evaluate.report.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is known of a calibration table, for people.
 *
 * @param subject what was measured
 * @param points of the table, by false match rate
 * @param sets all pairs of each set
 * @param slices pairs within groups of people that the table follows
 * @param reportedSlices pairs within groups that it does not
 * @param pictures what failed, by set
 */
public record CalibrationReport(
    Subject subject,
    Map<String, Point> points,
    Map<String, Population> sets,
    Map<String, Population> slices,
    Map<String, Population> reportedSlices,
    Map<String, Failures> pictures) {

  /**
   * A rate of the table.
   *
   * @param similarity that stands for it
   * @param sliceTolerance how many times more often the worst slice may err there
   * @param low95 lower end of the 95 % confidence interval of the rate there, by a jackknife over
   *     people
   * @param high95 upper end
   */
  public record Point(double similarity, double sliceTolerance, double low95, double high95) {}

  /**
   * The pairs of a set or slice.
   *
   * @param pairs how many
   * @param counted the share that reaches the similarity of each rate
   * @param countedOnOthers the same by tables made of other people, pooled over random halvings of
   *     the people, with its 95 % interval
   */
  public record Population(
      long pairs, Map<String, Double> counted, Map<String, Interval> countedOnOthers) {}

  /** The report of a run. */
  public static CalibrationReport of(
      Subject subject,
      SliceTolerance tolerance,
      CalibrationRun run,
      Map<String, Failures> pictures) {
    Map<String, Point> points = new LinkedHashMap<>();
    for (double logRate : CalibrationRun.LOG_RATES) {
      double error = run.bands().getOrDefault(logRate, Double.NaN);
      points.put(
          rate(logRate),
          new Point(
              run.table().similarity(logRate),
              tolerance.at(logRate),
              Math.pow(10, logRate - 1.96 * error),
              Math.pow(10, logRate + 1.96 * error)));
    }
    Impostors impostors = run.impostors();
    return new CalibrationReport(
        subject,
        points,
        populations(run, impostors.sets()),
        populations(run, impostors.slices()),
        populations(run, impostors.reported()),
        pictures);
  }

  private static Map<String, Population> populations(
      CalibrationRun run, Map<String, SimilarityHistogram> histograms) {
    Map<String, Population> populations = new LinkedHashMap<>();
    histograms.forEach(
        (name, pairs) -> {
          Map<String, Double> counted = new LinkedHashMap<>();
          Map<String, Interval> others = new LinkedHashMap<>();
          for (double logRate : CalibrationRun.LOG_RATES) {
            counted.put(rate(logRate), pairs.rate(run.table().similarity(logRate)));
            others.put(
                rate(logRate),
                run.heldOut().getOrDefault(name, Map.of()).getOrDefault(logRate, Interval.UNKNOWN));
          }
          populations.put(name, new Population(pairs.count(), counted, others));
        });
    return populations;
  }

  private static String rate(double logRate) {
    return String.format(Locale.ROOT, "%.0e", Math.pow(10, logRate));
  }

  /** What the table's file says of itself. */
  static String comment(String embedder, Impostors impostors) {
    List<String> pairs =
        impostors.sets().entrySet().stream()
            .map(entry -> entry.getValue().count() + " of " + entry.getKey())
            .toList();
    return """
    Similarity of two vectors of %s, and log10 of the share of different people that reach it.
    Made by mien calibrate from pairs of different people: %s.
    Counted down to 2e-3 or the 2,000 largest, a generalised Pareto tail down to 1e-6, a straight line to identity.
    """
        .formatted(embedder, String.join(", ", pairs));
  }
}
