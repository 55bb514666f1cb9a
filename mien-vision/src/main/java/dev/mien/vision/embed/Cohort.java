package dev.mien.vision.embed;

/**
 * Takes out of a unit vector what it shares with too many people. Faces that an embedder sees as
 * nearly one, above all those of small children, lie in narrow bundles: strangers of one bundle are
 * as alike as two pictures of one person elsewhere. A cohort has the centres of such bundles, means
 * of many people each, and no face may resemble the centres around it more than a cap allows. Each
 * centre has a cap of its own, for what is left of strangers beside their centre is more alike in
 * some bundles than in others.
 *
 * <p>The centres are weighted by the softmax of their inner products with the vector x times the
 * sharpness. With c their weighted mean, normalised, x is h c + sqrt(1 - h^2) u with h = x . c and
 * u orthogonal to c. Where h is above the weighted mean of the caps it is replaced by that, which
 * leaves a unit vector: what is peculiar to the face, u, then counts for as much as with other
 * faces. Vectors below the cap are left as they are. Immutable and thread-safe.
 *
 * @param centres unit vectors; kept, not copied
 * @param caps of each centre, greater than 0 and less than 1; kept, not copied
 * @param sharpness of the softmax, greater than 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Cohort(float[][] centres, double[] caps, double sharpness) {

  /**
   * The surroundings of a vector x.
   *
   * @param direction the unit vector c
   * @param along h, the inner product of x and c
   * @param cap the weighted mean of the caps
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Surroundings(double[] direction, double along, double cap) {}

  /** The capped vector: the given one, changed in place. */
  float[] limit(float[] vector) {
    Surroundings around = surroundings(vector);
    double along = around.along;
    double cap = around.cap;
    if (along <= cap || along >= 1) {
      return vector;
    }
    double scale = Math.sqrt((1 - cap * cap) / (1 - along * along));
    for (int i = 0; i < vector.length; i++) {
      double shared = around.direction[i];
      vector[i] = (float) (cap * shared + scale * (vector[i] - along * shared));
    }
    return Vectors.normalise(vector);
  }

  /** What a vector shares with the centres around it. */
  Surroundings surroundings(float[] vector) {
    double[] weights = weights(vector);
    double[] sum = new double[vector.length];
    double cap = 0;
    for (int k = 0; k < centres.length; k++) {
      cap += weights[k] * caps[k];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weights[k] * centres[k][i];
      }
    }
    double squaredLength = 0;
    double along = 0;
    for (int i = 0; i < sum.length; i++) {
      squaredLength += sum[i] * sum[i];
      along += vector[i] * sum[i];
    }
    double length = Math.sqrt(squaredLength);
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= length;
    }
    return new Surroundings(sum, along / length, cap);
  }

  /** How much each centre counts for a vector; of sum 1. */
  double[] weights(float[] vector) {
    double[] weights = new double[centres.length];
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < centres.length; k++) {
      for (int i = 0; i < vector.length; i++) {
        weights[k] += (double) vector[i] * centres[k][i];
      }
      largest = Math.max(largest, weights[k]);
    }
    double sum = 0;
    for (int k = 0; k < centres.length; k++) {
      weights[k] = Math.exp(sharpness * (weights[k] - largest));
      sum += weights[k];
    }
    for (int k = 0; k < centres.length; k++) {
      weights[k] /= sum;
    }
    return weights;
  }
}
