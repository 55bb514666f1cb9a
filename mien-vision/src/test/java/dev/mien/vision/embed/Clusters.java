package dev.mien.vision.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spherical k-means: centres of bundles of unit vectors. The same input gives the same output. */
final class Clusters {

  private static final int ROUNDS = 15;

  /** A mean of fewer people would say too much of each. */
  private static final int LEAST_MEMBERS = 5;

  private Clusters() {}

  /** At most {@code count} centres of length 1, each the direction of the mean of its members. */
  static List<float[]> centres(List<float[]> vectors, int count, long seed) {
    List<float[]> centres = spread(vectors, count, new Random(seed));
    int[] members = new int[count];
    for (int round = 0; round < ROUNDS; round++) {
      float[][] sums = new float[count][vectors.getFirst().length];
      members = new int[count];
      for (float[] vector : vectors) {
        int nearest = nearest(centres, vector);
        members[nearest]++;
        for (int i = 0; i < vector.length; i++) {
          sums[nearest][i] += vector[i];
        }
      }
      for (int k = 0; k < count; k++) {
        if (members[k] > 0) {
          centres.set(k, Vectors.normalise(sums[k]));
        }
      }
    }
    List<float[]> kept = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      if (members[k] >= LEAST_MEMBERS) {
        kept.add(centres.get(k));
      }
    }
    return kept;
  }

  /**
   * k-means++: each further start is drawn with odds that grow with its distance from the others.
   */
  private static List<float[]> spread(List<float[]> vectors, int count, Random random) {
    List<float[]> starts = new ArrayList<>();
    starts.add(vectors.get(random.nextInt(vectors.size())));
    while (starts.size() < count) {
      double[] odds = new double[vectors.size()];
      double sum = 0;
      for (int i = 0; i < odds.length; i++) {
        float[] vector = vectors.get(i);
        odds[i] = Math.max(0, 1 - dot(vector, starts.get(nearest(starts, vector))));
        sum += odds[i];
      }
      double drawn = random.nextDouble() * sum;
      int chosen = 0;
      while (chosen < odds.length - 1 && drawn >= odds[chosen]) {
        drawn -= odds[chosen++];
      }
      starts.add(vectors.get(chosen));
    }
    return starts;
  }

  private static int nearest(List<float[]> centres, float[] vector) {
    int nearest = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < centres.size(); k++) {
      double product = dot(centres.get(k), vector);
      if (product > most) {
        most = product;
        nearest = k;
      }
    }
    return nearest;
  }

  static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}
