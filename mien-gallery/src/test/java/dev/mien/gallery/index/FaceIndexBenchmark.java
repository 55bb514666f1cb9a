package dev.mien.gallery.index;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Measures searches in one group of many rows. Run its main method with the module's test class
 * path and {@code --add-modules jdk.incubator.vector}; the arguments are the rows and the
 * dimensions.
 */
final class FaceIndexBenchmark {
  private static final int WARM_UP_SEARCHES = 20;
  private static final int SEARCHES = 30;

  private FaceIndexBenchmark() {}

  public static void main(String[] arguments) {
    int rows = Integer.parseInt(arguments[0]);
    int dimensions = Integer.parseInt(arguments[1]);
    SplittableRandom random = new SplittableRandom(1);
    try (FaceIndex<String> index = new FaceIndex<>(dimensions)) {
      long start = System.nanoTime();
      for (int i = 0; i < rows; i++) {
        int ordinal = index.add(i, i, vector(random, dimensions));
        index.join("all", ordinal);
        if (i % 100 < 10) {
          index.join("a tenth in runs", ordinal);
        }
        if (random.nextInt(100) == 0) {
          index.join("a hundredth at random", ordinal);
        }
      }
      System.out.printf("%d rows of %d added in %d ms%n", rows, dimensions, millis(start));
      for (String group : List.of("all", "a tenth in runs", "a hundredth at random")) {
        measure(index, group, random, dimensions);
      }
    }
  }

  private static void measure(
      FaceIndex<String> index, String group, SplittableRandom random, int dimensions) {
    double[] millis = new double[SEARCHES];
    for (int i = -WARM_UP_SEARCHES; i < SEARCHES; i++) {
      float[] probe = vector(random, dimensions);
      long start = System.nanoTime();
      List<Hit> hits = index.search(List.of(group), probe, 10);
      if (i >= 0) {
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
      if (hits.size() != 10) {
        throw new IllegalStateException("found " + hits.size());
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        "%-22s %8d rows: median %.2f ms, fastest %.2f ms%n",
        group, index.count(List.of(group)), millis[SEARCHES / 2], millis[0]);
  }

  private static float[] vector(SplittableRandom random, int dimensions) {
    float[] vector = new float[dimensions];
    double sum = 0;
    for (int i = 0; i < dimensions; i++) {
      vector[i] = (float) (random.nextDouble() - 0.5);
      sum += vector[i] * vector[i];
    }
    for (int i = 0; i < dimensions; i++) {
      vector[i] /= (float) Math.sqrt(sum);
    }
    return vector;
  }

  private static long millis(long startNanos) {
    return (System.nanoTime() - startNanos) / 1_000_000;
  }
}
