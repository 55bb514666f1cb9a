package dev.mien.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How good predictions are on rows that they were not fitted to.
 *
 * @param rows how many there were
 * @param accuracy share of rows whose most probable class is right
 * @param balancedAccuracy mean over the classes of the share of their rows that are right
 * @param expectedCalibrationError mean distance between the probability that was said and the share
 *     that was right, over ten bins of probability weighted by their rows
 * @param areaUnderCurve for two classes: probability that a row of the second scores above one of
 *     the first; NaN for more
 * @param logLoss mean of the negative logarithm of the probability of the right class
 * @param confusion rows by label, then by prediction
 */
@SuppressWarnings("ArrayRecordComponent") // numbers that are passed on, never compared
record Figures(
    int rows,
    double accuracy,
    double balancedAccuracy,
    double expectedCalibrationError,
    double areaUnderCurve,
    double logLoss,
    int[][] confusion) {

  private static final int BINS = 10;
  private static final double LEAST_PROBABILITY = 1e-9;

  static Figures of(double[][] probabilities, int[] labels) {
    int classes = probabilities[0].length;
    int[][] confusion = new int[classes][classes];
    double[] said = new double[BINS];
    double[] right = new double[BINS];
    for (int row = 0; row < labels.length; row++) {
      int best = best(probabilities[row]);
      confusion[labels[row]][best]++;
      int bin = (int) Math.min(BINS - 1, probabilities[row][best] * BINS);
      said[bin] += probabilities[row][best];
      right[bin] += best == labels[row] ? 1 : 0;
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(said[bin] - right[bin]);
    }
    double loss = 0;
    for (int row = 0; row < labels.length; row++) {
      loss -= Math.log(Math.max(probabilities[row][labels[row]], LEAST_PROBABILITY));
    }
    double hits = 0;
    double recalls = 0;
    int present = 0;
    for (int k = 0; k < classes; k++) {
      int total = Arrays.stream(confusion[k]).sum();
      hits += confusion[k][k];
      recalls += total > 0 ? (double) confusion[k][k] / total : 0;
      present += total > 0 ? 1 : 0;
    }
    return new Figures(
        labels.length,
        hits / labels.length,
        recalls / present,
        error / labels.length,
        classes == 2 ? areaUnderCurve(probabilities, labels) : Double.NaN,
        loss / labels.length,
        confusion);
  }

  private static int best(double[] probabilities) {
    int best = 0;
    for (int k = 1; k < probabilities.length; k++) {
      best = probabilities[k] > probabilities[best] ? k : best;
    }
    return best;
  }

  private static double areaUnderCurve(double[][] probabilities, int[] labels) {
    double above = 0;
    double pairs = 0;
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < labels.length; j++) {
        if (labels[i] == 1 && labels[j] == 0) {
          above += 0.5 * (1 + Math.signum(probabilities[i][1] - probabilities[j][1]));
          pairs++;
        }
      }
    }
    return above / pairs;
  }

  /** One line of the report. */
  String text(List<String> classes) {
    return String.format(
        Locale.ROOT,
        "rows %d, accuracy %.3f, balanced %.3f, calibration error %.3f, AUC %.3f, by label %s: %s",
        rows,
        accuracy,
        balancedAccuracy,
        expectedCalibrationError,
        areaUnderCurve,
        classes,
        Arrays.deepToString(confusion));
  }
}
