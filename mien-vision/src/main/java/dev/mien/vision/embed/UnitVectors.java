package dev.mien.vision.embed;

import dev.mien.vision.model.MetricSpec;

/**
 * Turns a net's vectors into unit vectors whose inner product orders pairs as the net's own metric
 * does.
 */
final class UnitVectors {

  private final MetricSpec metric;
  private final float[] centre;

  /**
   * @param centre subtracted first
   */
  UnitVectors(MetricSpec metric, float[] centre) {
    this.metric = metric;
    this.centre = centre.clone();
  }

  /** Components of the unit vectors. */
  int dimension() {
    return switch (metric) {
      case MetricSpec.Cosine() -> centre.length;
      case MetricSpec.Euclidean _ -> centre.length + 1;
    };
  }

  /** The unit vector of a net's vector. */
  float[] of(float[] vector) {
    float[] centred = new float[centre.length];
    for (int i = 0; i < centred.length; i++) {
      centred[i] = vector[i] - centre[i];
    }
    return switch (metric) {
      case MetricSpec.Cosine() -> Vectors.normalise(centred);
      case MetricSpec.Euclidean(double radius) -> lift(centred, radius);
    };
  }

  /**
   * Lifts a vector onto the unit sphere of one dimension more, as a map of a flat disc onto a cap:
   * x / r gets the last component sqrt(1 - |x|^2 / r^2). The squared distance of two lifted vectors
   * is |x - y|^2 / r^2 plus the squared difference of their last components, which is of second
   * order; so the inner product falls linearly with the squared distance of x and y. A vector
   * outside of the radius is drawn in to it.
   *
   * <p>The last component is large and nearly the same for all, which would cost a quantised index
   * its resolution: a reflection, which changes no inner product, spreads it evenly over all
   * components.
   */
  private static float[] lift(float[] centred, double radius) {
    double squaredLength = 0;
    for (float component : centred) {
      squaredLength += (double) component * component;
    }
    double factor = 1 / Math.max(radius, Math.sqrt(squaredLength));
    float[] lifted = new float[centred.length + 1];
    for (int i = 0; i < centred.length; i++) {
      lifted[i] = (float) (centred[i] * factor);
    }
    lifted[centred.length] = (float) Math.sqrt(Math.max(0, 1 - squaredLength * factor * factor));
    reflectLastAxisOntoDiagonal(lifted);
    return Vectors.normalise(lifted);
  }

  /** Householder's reflection that takes the last axis to (1, ..., 1) / sqrt(n). */
  private static void reflectLastAxisOntoDiagonal(float[] vector) {
    int last = vector.length - 1;
    double share = 1 / Math.sqrt(vector.length);
    double along = vector[last];
    for (float component : vector) {
      along -= share * component;
    }
    // The mirror's normal is the last axis minus the diagonal; its squared length is 2 - 2 share.
    double factor = along / (1 - share);
    for (int i = 0; i < vector.length; i++) {
      vector[i] += (float) (factor * share);
    }
    vector[last] -= (float) factor;
  }
}
