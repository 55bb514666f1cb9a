package dev.mien.evaluate.attribute;

/** What the pipeline says of one attribute of a face. */
public sealed interface Prediction {

  /**
   * One of several classes.
   *
   * @param value the class, such as "yes"
   * @param probability that it is right, 0..1; not a number where the pipeline gives none
   */
  record Category(String value, double probability) implements Prediction {}

  /**
   * A number, such as an age.
   *
   * @param value in the attribute's unit
   */
  record Quantity(double value) implements Prediction {}
}
