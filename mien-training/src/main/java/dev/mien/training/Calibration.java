package dev.mien.training;

import java.util.Arrays;
import java.util.List;

/**
 * From sums to probabilities: softmax of (scale times the sum plus a shift of each class), with
 * scale and shifts that make the labels most likely on sums that were predicted out of fold (vector
 * scaling; for two classes this is Platt's).
 *
 * @param scale of all sums, greater than 0
 * @param shifts by class; the first is 0 for two classes
 */
@SuppressWarnings("ArrayRecordComponent") // numbers that are passed on, never compared
record Calibration(double scale, double[] shifts) {

  private static final int ITERATIONS = 3000;
  private static final double RATE = 0.05;

  /** Shifts are drawn towards 0, and the scale towards 1, as if so many rows said so. */
  private static final double PRIOR_ROWS = 2;

  /**
   * Fits by gradient descent (Adam).
   *
   * @param sums of each row by class; for two classes the first is 0
   */
  static Calibration fit(double[][] sums, int[] labels) {
    int classes = sums[0].length;
    double[] parameters = new double[classes + 1];
    double[] momentum = new double[classes + 1];
    double[] square = new double[classes + 1];
    for (int step = 1; step <= ITERATIONS; step++) {
      double[] gradient = gradient(sums, labels, parameters);
      for (int i = 0; i <= classes; i++) {
        momentum[i] = 0.9 * momentum[i] + 0.1 * gradient[i];
        square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
        double first = momentum[i] / (1 - Math.pow(0.9, step));
        double second = square[i] / (1 - Math.pow(0.999, step));
        parameters[i] -= RATE / Math.sqrt(step / 50.0 + 1) * first / (Math.sqrt(second) + 1e-9);
      }
    }
    double[] shifts = new double[classes];
    for (int k = 0; k < classes; k++) {
      shifts[k] = parameters[k] - (classes == 2 ? parameters[0] : 0);
    }
    return new Calibration(Math.exp(parameters[classes]), shifts);
  }

  private static double[] gradient(double[][] sums, int[] labels, double[] parameters) {
    int classes = sums[0].length;
    double scale = Math.exp(parameters[classes]);
    double[] gradient = new double[classes + 1];
    for (int row = 0; row < sums.length; row++) {
      double[] probabilities = softmax(sums[row], scale, parameters);
      for (int k = 0; k < classes; k++) {
        double error = probabilities[k] - (labels[row] == k ? 1 : 0);
        gradient[k] += error;
        gradient[classes] += error * sums[row][k] * scale;
      }
    }
    for (int i = 0; i <= classes; i++) {
      gradient[i] = (gradient[i] + PRIOR_ROWS * parameters[i]) / sums.length;
    }
    return gradient;
  }

  /**
   * The same for other shares of the classes than those of the labels it was fitted on (Bayes).
   *
   * @param shares by class; empty for no change
   */
  Calibration assuming(List<Double> shares, int[] labels) {
    double[] moved = shifts.clone();
    for (int k = 0; k < shares.size(); k++) {
      int label = k;
      double count = Arrays.stream(labels).filter(found -> found == label).count();
      moved[k] += Math.log(shares.get(k) / (Math.max(count, 1) / labels.length));
    }
    if (moved.length == 2) {
      moved[1] -= moved[0];
      moved[0] = 0;
    }
    return new Calibration(scale, moved);
  }

  double[] probabilities(double[] sums) {
    return softmax(sums, scale, shifts);
  }

  private static double[] softmax(double[] sums, double scale, double[] shifts) {
    double max = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < sums.length; k++) {
      max = Math.max(max, scale * sums[k] + shifts[k]);
    }
    double total = 0;
    double[] probabilities = new double[sums.length];
    for (int k = 0; k < sums.length; k++) {
      probabilities[k] = Math.exp(scale * sums[k] + shifts[k] - max);
      total += probabilities[k];
    }
    for (int k = 0; k < sums.length; k++) {
      probabilities[k] /= total;
    }
    return probabilities;
  }
}
