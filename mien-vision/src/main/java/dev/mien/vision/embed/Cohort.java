package dev.mien.vision.embed;

/**
 * Takes out of a unit vector what it shares with too many people. Faces that an embedder sees as
 * nearly one, above all those of small children, lie in narrow bundles: strangers of one bundle are
 * as alike as two pictures of one person elsewhere. A cohort has the centres of such bundles, means
 * of many people each, and no face may resemble the centres around it more than a cap allows.
 *
 * <p>With c the mean of the centres, weighted by the softmax of their inner products with the
 * vector x times the sharpness, and normalised, x is h c + sqrt(1 - h^2) u with h = x . c and u
 * orthogonal to c. Where h is above the cap it is replaced by the cap, which leaves a unit vector:
 * what is peculiar to the face, u, then counts for as much as with other faces. Vectors below the
 * cap are left as they are. Immutable and thread-safe.
 */
final class Cohort {

  private final float[][] centres;
  private final double sharpness;
  private final double cap;

  /**
   * @param centres unit vectors; kept, not copied
   * @param sharpness of the softmax, greater than 0
   * @param cap greater than 0 and less than 1
   */
  Cohort(float[][] centres, double sharpness, double cap) {
    this.centres = centres;
    this.sharpness = sharpness;
    this.cap = cap;
  }

  /** The capped vector: the given one, changed in place. */
  float[] limit(float[] vector) {
    double[] centre = centreAround(vector);
    double along = 0;
    for (int i = 0; i < vector.length; i++) {
      along += vector[i] * centre[i];
    }
    if (along <= cap || along >= 1) {
      return vector;
    }
    double scale = Math.sqrt((1 - cap * cap) / (1 - along * along));
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (cap * centre[i] + scale * (vector[i] - along * centre[i]));
    }
    return Vectors.normalise(vector);
  }

  /** The unit vector c. */
  private double[] centreAround(float[] vector) {
    double[] weights = new double[centres.length];
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < centres.length; k++) {
      for (int i = 0; i < vector.length; i++) {
        weights[k] += (double) vector[i] * centres[k][i];
      }
      largest = Math.max(largest, weights[k]);
    }
    double[] sum = new double[vector.length];
    for (int k = 0; k < centres.length; k++) {
      double weight = Math.exp(sharpness * (weights[k] - largest));
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weight * centres[k][i];
      }
    }
    double squaredLength = 0;
    for (double component : sum) {
      squaredLength += component * component;
    }
    double length = Math.sqrt(squaredLength);
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= length;
    }
    return sum;
  }
}
