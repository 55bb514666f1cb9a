package dev.mien.vision.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a calibration table of the similarities of different people. Down to a false match rate of
 * 1e-3 it is what was counted. Beyond, the labels are not clean enough to count (in sets gathered
 * from the web about one pair in ten thousand shows one person twice), so a curve continues it: the
 * logarithm of the rate as a parabola of the similarity, which is the shape of a Gaussian's tail,
 * fitted from 1e-1 to 5e-4.
 */
final class CalibrationFit {

  private static final double[] COUNTED_RATES = {.99, .9, .5, .3, .1, .03, .01, .003, .001};
  private static final double FITTED_FROM = -1;
  private static final double FITTED_TO = -3.3;
  private static final int FITTED_POINTS = 24;

  /**
   * Identical pictures: score 100 is a rate of 1e-9, and rounding may cost the last digits of a
   * similarity of 1.
   */
  private static final double IDENTICAL_SIMILARITY = 0.9999;

  private static final double IDENTICAL_LOG_RATE = -9;

  /**
   * A row of the table.
   *
   * @param similarity an inner product
   * @param log10Rate decimal logarithm of the false match rate
   */
  record Row(double similarity, double log10Rate) {}

  private CalibrationFit() {}

  static List<Row> table(Rates rates) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(-1, 0));
    for (double rate : COUNTED_RATES) {
      rows.add(new Row(rates.threshold(rate), Math.log10(rate)));
    }
    double[] parabola = fit(rates);
    Row joint = rows.getLast();
    // Shifted to meet the last counted row, and stretched if identical pictures would not reach the
    // end.
    double reached = value(parabola, IDENTICAL_SIMILARITY) - value(parabola, joint.similarity);
    double wanted = IDENTICAL_LOG_RATE - joint.log10Rate;
    double stretch = Math.max(1, wanted / reached);
    for (double logRate = -3.5; logRate >= IDENTICAL_LOG_RATE; logRate -= 0.5) {
      double fall = (logRate - joint.log10Rate) / stretch;
      rows.add(new Row(solve(parabola, joint.similarity, fall), logRate));
    }
    return List.copyOf(rows);
  }

  /** Where the parabola has fallen by so much since the given similarity, by bisection. */
  private static double solve(double[] parabola, double from, double fall) {
    double start = value(parabola, from);
    double low = from;
    double high = IDENTICAL_SIMILARITY;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (value(parabola, middle) - start > fall) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double value(double[] parabola, double x) {
    return parabola[0] + x * (parabola[1] + x * parabola[2]);
  }

  /** Least squares on points spread evenly over the logarithm. */
  private static double[] fit(Rates rates) {
    double[][] normal = new double[3][4];
    for (int i = 0; i < FITTED_POINTS; i++) {
      double y = FITTED_FROM + (FITTED_TO - FITTED_FROM) * i / (FITTED_POINTS - 1);
      double x = rates.threshold(Math.pow(10, y));
      double[] powers = {1, x, x * x};
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 3; column++) {
          normal[row][column] += powers[row] * powers[column];
        }
        normal[row][3] += powers[row] * y;
      }
    }
    return solve(normal);
  }

  /** Gauss-Jordan elimination with pivoting. */
  private static double[] solve(double[][] system) {
    for (int pivot = 0; pivot < 3; pivot++) {
      int largest = pivot;
      for (int row = pivot + 1; row < 3; row++) {
        if (Math.abs(system[row][pivot]) > Math.abs(system[largest][pivot])) {
          largest = row;
        }
      }
      double[] kept = system[pivot];
      system[pivot] = system[largest];
      system[largest] = kept;
      for (int row = 0; row < 3; row++) {
        if (row != pivot) {
          double factor = system[row][pivot] / system[pivot][pivot];
          for (int column = pivot; column < 4; column++) {
            system[row][column] -= factor * system[pivot][column];
          }
        }
      }
    }
    return new double[] {
      system[0][3] / system[0][0], system[1][3] / system[1][1], system[2][3] / system[2][2]
    };
  }
}
