package dev.mien.evaluate.liveness;

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

/** The plots of a measurement of liveness. */
public final class LivenessPlots {
  private static final int MAX_SCORE = 100;
  private static final int BIN = 5;

  /** A rate over fewer attacks is no curve. */
  private static final int LEAST_ATTACKS = 5;

  private LivenessPlots() {}

  /**
   * Writes liveness-det, liveness-errors and liveness-scores, as far as there are both live faces
   * and attacks.
   */
  public static void write(Path folder, LivenessAccuracy measured) throws EvaluationException {
    ErrorRates all = measured.curves().get(LivenessAccuracy.ALL);
    if (all == null || all.genuineCount() == 0 || all.impostorCount() == 0) {
      return;
    }
    tradeOff(folder, measured.curves());
    errors(folder, all);
    scores(folder, all);
  }

  private static void tradeOff(Path folder, Map<String, ErrorRates> rates)
      throws EvaluationException {
    List<Curve> curves = new ArrayList<>();
    for (Map.Entry<String, ErrorRates> entry : rates.entrySet()) {
      if (entry.getValue().impostorCount() >= LEAST_ATTACKS) {
        curves.add(tradeOff(entry.getKey(), entry.getValue()));
      }
    }
    if (!curves.isEmpty()) {
      Plot.curves(
          folder,
          "liveness-det",
          "Live faces refused at a share of attacks that pass",
          Axis.linear("attacks that pass (APCER)", 0, 1),
          Axis.linear("live faces refused (BPCER)", 0, 1),
          Style.LINE,
          curves);
    }
  }

  /** From no attack that passes to all. */
  private static Curve tradeOff(String name, ErrorRates rates) {
    int steps = 3 * MAX_SCORE;
    double[] passed = new double[steps + 1];
    double[] refused = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      double score = (double) MAX_SCORE * (steps - i) / steps;
      passed[i] = rates.falseMatchRate(score);
      refused[i] = rates.falseNonMatchRate(score);
    }
    return new Curve(name, passed, refused);
  }

  private static void errors(Path folder, ErrorRates rates) throws EvaluationException {
    double[] score = new double[MAX_SCORE + 1];
    double[] passed = new double[MAX_SCORE + 1];
    double[] refused = new double[MAX_SCORE + 1];
    for (int i = 0; i <= MAX_SCORE; i++) {
      score[i] = i;
      passed[i] = rates.falseMatchRate(i);
      refused[i] = rates.falseNonMatchRate(i);
    }
    Plot.curves(
        folder,
        "liveness-errors",
        "Errors by the score from which a face counts as live",
        Axis.linear("score", 0, MAX_SCORE),
        Axis.linear("share", 0, 1),
        Style.LINE,
        List.of(
            new Curve("attacks that pass", score, passed),
            new Curve("live faces refused", score, refused)));
  }

  private static void scores(Path folder, ErrorRates rates) throws EvaluationException {
    int bins = MAX_SCORE / BIN;
    double[] score = new double[bins];
    double[] live = new double[bins];
    double[] attacks = new double[bins];
    double highest = 0;
    for (int i = 0; i < bins; i++) {
      double lower = (double) i * BIN;
      double upper = i + 1 == bins ? Double.POSITIVE_INFINITY : lower + BIN;
      score[i] = lower + BIN / 2.0;
      live[i] = 100 * (rates.falseNonMatchRate(upper) - rates.falseNonMatchRate(lower));
      attacks[i] = 100 * (rates.falseMatchRate(lower) - rates.falseMatchRate(upper));
      highest = Math.max(highest, Math.max(live[i], attacks[i]));
    }
    Plot.curves(
        folder,
        "liveness-scores",
        "Scores of live faces and of attacks",
        Axis.linear("score", 0, MAX_SCORE),
        Axis.linear("% of pictures", 0, highest * 1.05),
        Style.AREA,
        List.of(new Curve("live", score, live), new Curve("attacks", score, attacks)));
  }
}
