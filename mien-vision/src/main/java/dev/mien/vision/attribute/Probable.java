package dev.mien.vision.attribute;

/**
 * What something most probably is.
 *
 * @param value the most probable class
 * @param probability that it is right, 0..1, calibrated: 0.8 is right 8 times in 10
 * @param <T> the classes
 */
public record Probable<T extends Enum<T>>(T value, double probability) {

  /** Refuses a probability out of range with {@link IllegalArgumentException}. */
  public Probable {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be 0..1: " + probability);
    }
  }

  /**
   * The most probable of some classes.
   *
   * @param classes in the order of the probabilities
   */
  static <T extends Enum<T>> Probable<T> of(T[] classes, double[] probabilities) {
    int best = 0;
    for (int i = 1; i < classes.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return new Probable<>(classes[best], Math.min(1, probabilities[best]));
  }
}
