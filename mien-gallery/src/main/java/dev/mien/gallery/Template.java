package dev.mien.gallery;

import java.util.Arrays;

/**
 * A face as an embedder saw it: a unit vector of floats, and the embedder's id. Immutable; takes 4
 * bytes a dimension.
 *
 * <p>Vectors of different embedders live in different spaces: comparing them is refused.
 */
public final class Template {
  /** More than any face embedder gives; a limit for what is stored and kept in memory. */
  public static final int DIMENSIONS_MAX = 4096;

  /** How far a vector's length may be from 1. */
  private static final double LENGTH_TOLERANCE = 1e-3;

  private static final int EMBEDDER_ID_CHARACTERS_MAX = 200;

  private final String embedderId;
  private final float[] vector;

  /**
   * Copies the vector. One that is empty, too long, not finite or not of length 1 (within 0.001) is
   * refused with {@link IllegalArgumentException}.
   */
  public Template(String embedderId, float[] vector) {
    requireSpace(embedderId, vector.length);
    this.embedderId = embedderId;
    this.vector = vector.clone();
    requireUnitLength(this.vector);
  }

  /**
   * Refuses what names no space that vectors can live in with {@link IllegalArgumentException}.
   *
   * @param dimensions of each vector
   */
  static void requireSpace(String embedderId, int dimensions) {
    if (embedderId.isBlank() || embedderId.length() > EMBEDDER_ID_CHARACTERS_MAX) {
      throw new IllegalArgumentException("not an embedder id: " + embedderId);
    }
    if (dimensions < 1 || dimensions > DIMENSIONS_MAX) {
      throw new IllegalArgumentException(
          "a vector has 1 to " + DIMENSIONS_MAX + " dimensions: " + dimensions);
    }
  }

  /** Refuses a vector that is not of length 1 with {@link IllegalArgumentException}. */
  static void requireUnitLength(float[] vector) {
    double length = lengthOf(vector);
    if (!(Math.abs(length - 1) <= LENGTH_TOLERANCE)) { // nor is that of one that is not finite
      throw new IllegalArgumentException("the vector's length is not 1: " + length);
    }
  }

  /**
   * Scales a vector to length 1. One without a direction (zero or not finite) is refused with
   * {@link IllegalArgumentException}.
   */
  public static Template normalized(String embedderId, float[] vector) {
    double length = lengthOf(vector);
    if (!(length > 0) || !Double.isFinite(length)) {
      throw new IllegalArgumentException("the vector has no direction");
    }
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] / length);
    }
    return new Template(embedderId, unit);
  }

  /** The embedder whose space the vector lives in. */
  public String embedderId() {
    return embedderId;
  }

  /** The number of the vector's dimensions. */
  public int dimensions() {
    return vector.length;
  }

  /** A copy of the unit vector. */
  public float[] vector() {
    return vector.clone();
  }

  /** The unit vector itself, which must not be changed: for those who read millions of them. */
  float[] components() {
    return vector;
  }

  /**
   * Inner product, within -1..1 but for rounding. Stays in this module: {@link Gallery} gives
   * scores.
   */
  double similarity(Template other) {
    requireComparable(other);
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += (double) vector[i] * other.vector[i];
    }
    return sum;
  }

  /** Whether both live in one space. */
  boolean isComparableTo(Template other) {
    return embedderId.equals(other.embedderId) && vector.length == other.vector.length;
  }

  /** Refuses a template of another space with {@link IllegalArgumentException}. */
  void requireComparable(Template other) {
    if (!isComparableTo(other)) {
      throw new IllegalArgumentException(
          "templates of %s[%d] and %s[%d] cannot be compared"
              .formatted(embedderId, vector.length, other.embedderId, other.vector.length));
    }
  }

  /** Four sums, none of which has to wait for the others: a start asks this of every face. */
  private static double lengthOf(float[] vector) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i + 4 <= vector.length; i += 4) {
      sum0 += (double) vector[i] * vector[i];
      sum1 += (double) vector[i + 1] * vector[i + 1];
      sum2 += (double) vector[i + 2] * vector[i + 2];
      sum3 += (double) vector[i + 3] * vector[i + 3];
    }
    for (; i < vector.length; i++) {
      sum0 += (double) vector[i] * vector[i];
    }
    return Math.sqrt(sum0 + sum1 + sum2 + sum3);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template template
        && embedderId.equals(template.embedderId)
        && Arrays.equals(vector, template.vector);
  }

  @Override
  public int hashCode() {
    return 31 * embedderId.hashCode() + Arrays.hashCode(vector);
  }

  /** Says nothing of the face. */
  @Override
  public String toString() {
    return "Template[%s, %d dimensions]".formatted(embedderId, vector.length);
  }
}
