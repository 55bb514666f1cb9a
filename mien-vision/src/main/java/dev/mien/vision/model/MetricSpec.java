package dev.mien.vision.model;

/** How two vectors of a net are meant to be compared. */
public sealed interface MetricSpec {

  /** By the angle between them: most nets trained with an angular margin. */
  record Cosine() implements MetricSpec {}

  /**
   * By their Euclidean distance.
   *
   * @param radius of a sphere about the centre that nearly all vectors lie within
   */
  record Euclidean(double radius) implements MetricSpec {
    public Euclidean {
      if (!(radius > 0 && radius < 1e6)) {
        throw new IllegalArgumentException("radius must be greater than 0: " + radius);
      }
    }
  }
}
