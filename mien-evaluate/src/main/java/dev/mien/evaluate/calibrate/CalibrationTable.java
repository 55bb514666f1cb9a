package dev.mien.evaluate.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From similarity to the decimal logarithm of the false match rate: an embedder's calibration.
 *
 * <p>The rate of a similarity is the larger of two: the mean of the sets' rates, and the rate of
 * the worst slice divided by a tolerance. So no slice errs more often than the tolerance times what
 * a score promises, and where slices are alike the promise is met for all.
 *
 * <p>A slice has far fewer pairs than a set, and a tail fitted to some hundred of them says nothing
 * of rates that none of them shows. So a slice's tail is not followed beyond its ten largest
 * similarities: from there on it is taken to err as many times more often than the sets as it does
 * there.
 *
 * @param rows by rising similarity and falling rate
 */
record CalibrationTable(List<Row> rows) {

  /** Logarithms of the rates of the rows that are counted or modelled. */
  private static final double[] LOG_RATES = {
    -0.0044, -0.05, -0.3, -0.52, -0.75, -1, -1.25, -1.5, -1.75, -2, -2.25, -2.5, -2.75, -3, -3.25,
    -3.5, -3.75, -4, -4.25, -4.5, -4.75, -5, -5.25, -5.5, -5.75, -6
  };

  /** Identical pictures: score 100 is 1e-9; rounding may cost the last digits of 1. */
  private static final Row IDENTICAL = new Row(0.9999, -9);

  private static final double STEP = 5e-5;

  /** Pairs from which on a slice is large enough to set the rates. */
  static final long LEAST_PAIRS = 5_000;

  CalibrationTable {
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param similarity an inner product of unit vectors
   * @param log10Rate decimal logarithm of the false match rate
   */
  record Row(double similarity, double log10Rate) {}

  /**
   * The table of a sample of impostors.
   *
   * @param tolerance how many times more often than promised the worst slice may err
   */
  static CalibrationTable of(Impostors impostors, SliceTolerance tolerance) {
    return of(impostors, tolerance, LEAST_PAIRS);
  }

  /**
   * The same, with slices of fewer or more pairs.
   *
   * @param leastPairs from which on a slice is followed; at least the 200 that a tail needs
   */
  static CalibrationTable of(Impostors impostors, SliceTolerance tolerance, long leastPairs) {
    List<ImpostorTail> sets = tails(List.copyOf(impostors.sets().values()));
    List<ImpostorTail> slices =
        tails(
            impostors.slices().values().stream()
                .filter(slice -> slice.count() >= leastPairs)
                .toList());
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(-1, 0));
    double similarity = -1 + STEP;
    for (double logRate : LOG_RATES) {
      double factor = tolerance.at(logRate);
      while (similarity < IDENTICAL.similarity - STEP
          && log10Rate(sets, slices, factor, similarity) > logRate) {
        similarity += STEP;
      }
      if (similarity >= IDENTICAL.similarity - STEP) {
        break;
      }
      rows.add(new Row(similarity, logRate));
      similarity += STEP;
    }
    rows.add(IDENTICAL);
    return new CalibrationTable(rows);
  }

  private static List<ImpostorTail> tails(List<SimilarityHistogram> histograms) {
    return histograms.stream().map(ImpostorTail::of).toList();
  }

  private static double log10Rate(
      List<ImpostorTail> sets, List<ImpostorTail> slices, double tolerance, double similarity) {
    double mean = mean(sets, similarity);
    double rate = mean;
    for (ImpostorTail slice : slices) {
      double counted = Math.min(similarity, slice.fit().counted());
      double timesMean = Math.pow(10, slice.log10Rate(counted)) / mean(sets, counted);
      rate = Math.max(rate, mean * timesMean / tolerance);
    }
    return Math.log10(rate);
  }

  private static double mean(List<ImpostorTail> sets, double similarity) {
    double mean = 0;
    for (ImpostorTail set : sets) {
      mean += Math.pow(10, set.log10Rate(similarity)) / sets.size();
    }
    return mean;
  }

  /** The similarity that stands for a rate, between rows by a straight line. */
  double similarity(double log10Rate) {
    for (int i = 1; i < rows.size(); i++) {
      Row low = rows.get(i - 1);
      Row high = rows.get(i);
      if (high.log10Rate <= log10Rate) {
        double share = (log10Rate - low.log10Rate) / (high.log10Rate - low.log10Rate);
        return low.similarity + share * (high.similarity - low.similarity);
      }
    }
    return IDENTICAL.similarity;
  }

  /** The logarithm of the rate that a similarity stands for. */
  double log10Rate(double similarity) {
    for (int i = 1; i < rows.size(); i++) {
      Row low = rows.get(i - 1);
      Row high = rows.get(i);
      if (similarity < high.similarity) {
        double share = (similarity - low.similarity) / (high.similarity - low.similarity);
        return low.log10Rate + share * (high.log10Rate - low.log10Rate);
      }
    }
    return IDENTICAL.log10Rate;
  }

  /** The pack's file. */
  String text(String comment) {
    StringBuilder text = new StringBuilder();
    comment.lines().forEach(line -> text.append("# ").append(line).append('\n'));
    for (Row row : rows) {
      text.append(String.format(Locale.ROOT, "%.5f %.4f%n", row.similarity, row.log10Rate));
    }
    return text.toString();
  }
}
