package dev.mien.server.bench;

import java.util.SplittableRandom;

/**
 * Made-up vectors that lie as those of faces do: around a common mean, and with most of their
 * spread in few directions. The numbers are those of the default pack's version-3.0 embedder on
 * labelled photographs: the mean of unit vectors has the length 0.58, 8, 16, 32 and 64 principal
 * directions hold 39, 58, 80 and 96 % of the variance, similarities of different persons are 0.33 ±
 * 0.10, of one person 0.82. Vector {@code i} depends on {@code i} alone.
 */
final class FaceVectors {
  private static final long SEED = 20261101;
  private static final int DIRECTIONS = 96;

  /** The variance falls to 1/e over so many directions. */
  private static final double DECAY = 18;

  private static final float COMMON = (float) Math.sqrt(0.335);
  private static final float OWN = (float) Math.sqrt(0.665);

  /** What two photographs of one person share of what is the person's own, in length. */
  private static final double SAME = 0.73;

  private final int dimensions;
  private final float[] common;
  private final float[][] directions = new float[DIRECTIONS][];

  FaceVectors(int dimensions) {
    this.dimensions = dimensions;
    SplittableRandom random = new SplittableRandom(SEED);
    this.common = direction(random);
    for (int i = 0; i < DIRECTIONS; i++) {
      directions[i] = direction(random);
    }
  }

  /** The enrolled face of a person. */
  float[] face(long person) {
    float[] vector = own(person);
    for (int i = 0; i < dimensions; i++) {
      vector[i] = COMMON * common[i] + OWN * vector[i];
    }
    return unit(vector);
  }

  /** Another photograph of a person. */
  float[] probe(long person) {
    float[] vector = own(person);
    float[] other = own(~person);
    float same = (float) SAME;
    float rest = (float) Math.sqrt(1 - SAME * SAME);
    for (int i = 0; i < dimensions; i++) {
      vector[i] = COMMON * common[i] + OWN * (same * vector[i] + rest * other[i]);
    }
    return unit(vector);
  }

  /** A person's own direction, mixed of the common ones. */
  private float[] own(long person) {
    SplittableRandom random = new SplittableRandom(SEED ^ (person * 0x9E3779B97F4A7C15L));
    float[] vector = new float[dimensions];
    for (int j = 0; j < DIRECTIONS; j++) {
      float weight = (float) (random.nextGaussian() * Math.exp(-j / (2 * DECAY)));
      float[] direction = directions[j];
      for (int i = 0; i < dimensions; i++) {
        vector[i] += weight * direction[i];
      }
    }
    return unit(vector);
  }

  private float[] direction(SplittableRandom random) {
    float[] vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return unit(vector);
  }

  private static float[] unit(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += (double) value * value;
    }
    float factor = (float) (1 / Math.sqrt(sum));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
    return vector;
  }
}
