package dev.mien.vision.embed;

import java.util.Arrays;

/**
 * What an embedder says of a face: a unit vector. The similarity of two embeddings of the same
 * embedder is their inner product, -1..1; those of different embedders cannot be compared.
 *
 * @param embedderId the embedder that made it
 * @param vector of length 1; copied on the way in and out
 */
@SuppressWarnings("ArrayRecordComponent") // equals, hashCode and the copies are written out below
public record Embedding(String embedderId, float[] vector) {

  /** How far from 1 the squared length may be: float rounding over a few hundred components. */
  private static final double LENGTH_TOLERANCE = 1e-3;

  public Embedding {
    vector = vector.clone();
    double squaredLength = 0;
    for (float component : vector) {
      squaredLength += (double) component * component;
    }
    if (!(Math.abs(squaredLength - 1) <= LENGTH_TOLERANCE)) {
      throw new IllegalArgumentException("not a unit vector: squared length " + squaredLength);
    }
  }

  @Override
  public float[] vector() {
    return vector.clone();
  }

  /** Components of the vector. */
  public int dimension() {
    return vector.length;
  }

  /**
   * The inner product, -1..1.
   *
   * @throws IllegalArgumentException when the other is of a different embedder
   */
  public double similarity(Embedding other) {
    if (!embedderId.equals(other.embedderId) || vector.length != other.vector.length) {
      throw new IllegalArgumentException(
          "embeddings of " + embedderId + " and " + other.embedderId);
    }
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += (double) vector[i] * other.vector[i];
    }
    return Math.clamp(sum, -1, 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding that
        && embedderId.equals(that.embedderId)
        && Arrays.equals(vector, that.vector);
  }

  @Override
  public int hashCode() {
    return 31 * embedderId.hashCode() + Arrays.hashCode(vector);
  }

  /** The embedder and the dimension: a vector is personal data and must not reach a log. */
  @Override
  public String toString() {
    return "Embedding[" + embedderId + ", " + vector.length + "]";
  }
}
