package dev.mien.evaluate.verification;

import static java.util.Objects.requireNonNull;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.plot.Axis;
import dev.mien.evaluate.plot.Curve;
import dev.mien.evaluate.plot.Plot;
import dev.mien.evaluate.plot.Plot.Style;
import dev.mien.evaluate.statistics.ErrorRates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The plots of a verification: error rates against each other, and who gets which scores. */
public final class VerificationPlots {
  private static final int POINTS_PER_DECADE = 20;
  private static final double LEAST_RATE = 1e-6;
  private static final int MAX_SCORE = 100;

  private VerificationPlots() {}

  /** Writes verification-roc, verification-det and verification-scores. */
  public static void write(Path folder, Verification measured) throws EvaluationException {
    List<Curve> accepted = new ArrayList<>();
    List<Curve> missed = new ArrayList<>();
    for (Map.Entry<String, ErrorRates> entry : measured.curves().entrySet()) {
      ErrorRates rates = entry.getValue();
      if (rates.genuineCount() > 0 && rates.impostorCount() > 1) {
        addCurves(entry.getKey(), rates, accepted, missed);
      }
    }
    if (!missed.isEmpty()) {
      double least = missed.stream().mapToDouble(curve -> curve.x()[0]).min().orElse(LEAST_RATE);
      Axis falseMatches = Axis.logarithmic("false match rate", least, 1);
      Plot.curves(
          folder,
          "verification-roc",
          "True accepts at a false match rate",
          falseMatches,
          Axis.linear("true accept rate", 0.5, 1),
          Style.LINE,
          accepted);
      Plot.curves(
          folder,
          "verification-det",
          "Misses at a false match rate",
          falseMatches,
          Axis.logarithmic("false non-match rate", 1e-3, 1),
          Style.LINE,
          missed);
    }
    scores(folder, requireNonNull(measured.curves().get(Verification.ALL), "all is absent"));
  }

  private static void addCurves(
      String name, ErrorRates rates, List<Curve> accepted, List<Curve> missed) {
    double decades = -Math.log10(Math.max(LEAST_RATE, 1.0 / rates.impostorCount()));
    int points = (int) (decades * POINTS_PER_DECADE) + 1;
    double[] falseMatch = new double[points];
    double[] miss = new double[points];
    double[] accept = new double[points];
    for (int i = 0; i < points; i++) {
      falseMatch[i] = Math.pow(10, -(double) (points - 1 - i) / POINTS_PER_DECADE);
      double rate = rates.falseNonMatchRate(rates.threshold(falseMatch[i]));
      accept[i] = Math.max(0.5, 1 - rate);
      miss[i] = Math.max(1e-3, rate);
    }
    accepted.add(new Curve(name, falseMatch, accept));
    missed.add(new Curve(name, falseMatch, miss));
  }

  /** Shares of comparisons by score, each kind on its own scale of 100 %. */
  private static void scores(Path folder, ErrorRates rates) throws EvaluationException {
    double[] score = new double[MAX_SCORE];
    double[] same = new double[MAX_SCORE];
    double[] different = new double[MAX_SCORE];
    double highest = 0;
    for (int i = 0; i < MAX_SCORE; i++) {
      double upper = i + 1 == MAX_SCORE ? Double.POSITIVE_INFINITY : i + 1;
      score[i] = i + 0.5;
      same[i] =
          100.0 * (rates.falseNonMatches(upper) - rates.falseNonMatches(i)) / rates.genuineCount();
      different[i] =
          100.0 * (rates.falseMatches(i) - rates.falseMatches(upper)) / rates.impostorCount();
      highest = Math.max(highest, Math.max(orZero(same[i]), orZero(different[i])));
    }
    List<Curve> curves = new ArrayList<>();
    if (rates.genuineCount() > 0) {
      curves.add(new Curve("same person", score, same));
    }
    if (rates.impostorCount() > 0) {
      curves.add(new Curve("different people", score, different));
    }
    if (!curves.isEmpty() && highest > 0) {
      Plot.curves(
          folder,
          "verification-scores",
          "Scores of comparisons",
          Axis.linear("score", 0, MAX_SCORE),
          Axis.linear("% of comparisons", 0, highest * 1.05),
          Style.AREA,
          curves);
    }
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
