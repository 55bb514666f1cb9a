package dev.mien.vision.embed;

import java.util.Arrays;

/** Arithmetic on float vectors. */
final class Vectors {

  private Vectors() {}

  /** Scales a vector to length 1 in place; one without a direction becomes the first axis. */
  static float[] normalise(float[] vector) {
    double squaredLength = 0;
    for (float component : vector) {
      squaredLength += (double) component * component;
    }
    if (!(squaredLength > 0) || Double.isInfinite(squaredLength)) {
      Arrays.fill(vector, 0);
      vector[0] = 1;
      return vector;
    }
    double factor = 1 / Math.sqrt(squaredLength);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] * factor);
    }
    return vector;
  }
}
