package dev.mien.evaluate.run;

/**
 * What became of a picture.
 *
 * @param <T> what was wanted of it
 */
public sealed interface Result<T> {

  /** It went through. */
  record Done<T>(T value) implements Result<T> {}

  /**
   * It failed.
   *
   * @param reason for people, the same text for the same kind of failure
   */
  record Failed<T>(String reason) implements Result<T> {}
}
