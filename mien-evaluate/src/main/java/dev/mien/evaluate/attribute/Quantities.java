package dev.mien.evaluate.attribute;

import dev.mien.evaluate.statistics.Bootstrap;
import dev.mien.evaluate.statistics.Proportion;
import java.util.Arrays;

/** Computes the figures of numbers. */
final class Quantities {
  private static final int REPLICATES = 400;

  private Quantities() {}

  /**
   * The figures of at least one face.
   *
   * @param errors predicted less labelled
   */
  static QuantityFigures of(double[] errors) {
    double[] absolute = Arrays.stream(errors).map(Math::abs).toArray();
    double[] replicates = new double[REPLICATES];
    for (int replicate = 0; replicate < REPLICATES; replicate++) {
      int[] drawn = Bootstrap.draw(absolute.length, replicate);
      double sum = 0;
      for (int i = 0; i < drawn.length; i++) {
        sum += drawn[i] * absolute[i];
      }
      replicates[replicate] = sum / absolute.length;
    }
    double[] sorted = absolute.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(absolute).average().orElseThrow();
    return new QuantityFigures(
        errors.length,
        Bootstrap.interval(mean, replicates),
        (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2,
        Arrays.stream(errors).average().orElseThrow(),
        Proportion.of(Arrays.stream(absolute).filter(error -> error <= 5).count(), errors.length),
        Proportion.of(Arrays.stream(absolute).filter(error -> error <= 10).count(), errors.length));
  }
}
