package dev.mien.evaluate.verification;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.report.Interval;
import dev.mien.evaluate.run.Crew;
import dev.mien.evaluate.statistics.Bootstrap;
import dev.mien.evaluate.statistics.ErrorRates;
import dev.mien.evaluate.statistics.Proportion;
import dev.mien.evaluate.verification.VerificationFigures.AtFalseMatchRate;
import dev.mien.evaluate.verification.VerificationFigures.AtScore;
import dev.mien.gallery.score.Score;
import dev.mien.gallery.score.ScoreLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Computes the figures of a set of comparisons. */
final class ErrorFigures {
  /** The rates at which misses are told. */
  static final double[] FALSE_MATCH_RATES = {1e-1, 1e-2, 1e-3, 1e-4, 1e-5};

  /** The rates whose scores the reference documents publish. */
  private static final double[] PUBLISHED_RATES = {1e-3, 1e-4, 1e-5};

  private final ScoreLine line;
  private final Crew crew;

  /**
   * For one way to read scores.
   *
   * @param line what scores stand for
   * @param crew computes the replicates
   */
  ErrorFigures(ScoreLine line, Crew crew) {
    this.line = line;
    this.crew = crew;
  }

  VerificationFigures of(Comparisons comparisons) throws EvaluationException {
    ErrorRates rates = rates(comparisons);
    boolean known = comparisons.subjects() > 0;
    double[][] replicates =
        known ? new Replicates(comparisons, thresholds(), crew).figures() : new double[0][];
    long failed = Arrays.stream(comparisons.failedGenuine()).sum();
    return new VerificationFigures(
        rates.genuineCount(),
        failed,
        rates.impostorCount(),
        comparisons.failedImpostor(),
        known ? "bootstrap over persons" : "Wilson",
        known
            ? Bootstrap.interval(rates.equalErrorRate(), replicates[0])
            : new Interval(rates.equalErrorRate(), Double.NaN, Double.NaN),
        Folds.accuracy(comparisons),
        atRates(rates, replicates),
        atScores(rates, replicates));
  }

  /** The exact rates of all comparisons. */
  static ErrorRates rates(Comparisons comparisons) {
    int[] counts = new int[2];
    comparisons.forEach((_, _, _, same, _) -> counts[same ? 1 : 0]++);
    float[] genuine = new float[counts[1]];
    float[] impostor = new float[counts[0]];
    int[] filled = new int[2];
    comparisons.forEach(
        (_, _, _, same, score) -> {
          if (same) {
            genuine[filled[1]++] = score;
          } else {
            impostor[filled[0]++] = score;
          }
        });
    return new ErrorRates(genuine, impostor, Arrays.stream(comparisons.failedGenuine()).sum());
  }

  private double[] thresholds() {
    return Arrays.stream(PUBLISHED_RATES).map(rate -> line.score(rate).value()).toArray();
  }

  private List<AtFalseMatchRate> atRates(ErrorRates rates, double[][] replicates) {
    List<AtFalseMatchRate> points = new ArrayList<>();
    for (int i = 0; i < FALSE_MATCH_RATES.length; i++) {
      double threshold = rates.threshold(FALSE_MATCH_RATES[i]);
      Interval missed =
          Double.isNaN(threshold)
              ? Interval.UNKNOWN
              : share(rates.falseNonMatches(threshold), rates.genuineCount(), replicates, 1 + i);
      points.add(
          new AtFalseMatchRate(FALSE_MATCH_RATES[i], threshold, missed, missed.complement()));
    }
    return points;
  }

  private List<AtScore> atScores(ErrorRates rates, double[][] replicates) {
    List<AtScore> points = new ArrayList<>();
    double[] thresholds = thresholds();
    for (int i = 0; i < thresholds.length; i++) {
      double score = thresholds[i];
      int at = 1 + FALSE_MATCH_RATES.length + 2 * i;
      points.add(
          new AtScore(
              score,
              line.falseMatchRate(new Score(score)),
              share(rates.falseMatches(score), rates.impostorCount(), replicates, at),
              share(rates.falseNonMatches(score), rates.genuineCount(), replicates, at + 1)));
    }
    return points;
  }

  /**
   * A share with the bounds of its replicates. Where no error was seen, no replicate has one
   * either; Wilson's interval, though it takes comparisons for independent, then says more.
   */
  private static Interval share(long errors, long of, double[][] replicates, int figure) {
    return errors == 0 || of == 0 || replicates.length == 0
        ? Proportion.of(errors, of)
        : Bootstrap.interval((double) errors / of, replicates[figure]);
  }
}
