package dev.mien.evaluate.identification;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.plot.Axis;
import dev.mien.evaluate.plot.Curve;
import dev.mien.evaluate.plot.Plot;
import dev.mien.evaluate.plot.Plot.Style;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The plots of searches: misses by false alarms, and hits by rank. */
public final class IdentificationPlots {
  private static final int MAX_RANK = 20;

  /** What a logarithmic axis shows of no misses at all. */
  private static final double LEAST_MISSES = 1e-3;

  private IdentificationPlots() {}

  /** Writes identification-det and identification-cmc, as far as the probes tell them. */
  public static void write(Path folder, Identification measured) throws EvaluationException {
    if (measured.report().mated() == 0) {
      return;
    }
    ranks(folder, measured.searches());
    if (measured.report().nonMated() > 1) {
      errors(folder, measured.searches());
    }
  }

  private static void ranks(Path folder, Map<String, SearchFigures> searches)
      throws EvaluationException {
    List<Curve> curves = new ArrayList<>();
    double least = 1;
    for (Map.Entry<String, SearchFigures> entry : searches.entrySet()) {
      int ranks = Math.min(MAX_RANK, entry.getValue().enrolled());
      double[] rank = new double[ranks];
      double[] found = new double[ranks];
      for (int i = 0; i < ranks; i++) {
        rank[i] = i + 1.0;
        found[i] = entry.getValue().foundAmong(i + 1);
        least = Math.min(least, found[i]);
      }
      curves.add(new Curve(entry.getKey(), rank, found));
    }
    Plot.curves(
        folder,
        "identification-cmc",
        "Enrolled persons among the first of the answer (CMC)",
        Axis.linear("rank", 0, MAX_RANK),
        Axis.linear("share of their probes", Math.max(0, Math.floor(10 * least - 0.5) / 10), 1),
        Style.MARKED,
        curves);
  }

  private static void errors(Path folder, Map<String, SearchFigures> searches)
      throws EvaluationException {
    List<Curve> curves = new ArrayList<>();
    int most = 1;
    for (Map.Entry<String, SearchFigures> entry : searches.entrySet()) {
      List<Search> strangers = entry.getValue().strangers();
      most = Math.max(most, strangers.size());
      curves.add(errors(entry.getKey(), entry.getValue(), strangers));
    }
    Plot.curves(
        folder,
        "identification-det",
        "Misses at a share of strangers taken for somebody",
        Axis.logarithmic("false positive identification rate (FPIR)", 1.0 / most, 1),
        Axis.logarithmic("false negative identification rate (FNIR)", LEAST_MISSES, 1),
        Style.LINE,
        curves);
  }

  /** One point for each stranger that a lower threshold lets pass. */
  private static Curve errors(String name, SearchFigures figures, List<Search> strangers) {
    double[] alarms = new double[strangers.size()];
    double[] misses = new double[strangers.size()];
    for (int i = 0; i < alarms.length; i++) {
      alarms[i] = (i + 1.0) / strangers.size();
      misses[i] = Math.max(LEAST_MISSES, figures.missedAt(strangers.get(i).highest()));
    }
    return new Curve(name, alarms, misses);
  }
}
