package dev.mien.evaluate.report;

/**
 * A measured figure with the bounds of its 95 % confidence interval. What the data is too small to
 * tell is not a number, and null in JSON.
 *
 * @param value the figure
 * @param low the lower bound
 * @param high the upper bound
 */
public record Interval(double value, double low, double high) {
  /** Nothing is known. */
  public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN, Double.NaN);

  /** One minus it: a rate of successes from one of failures. */
  public Interval complement() {
    return new Interval(1 - value, 1 - high, 1 - low);
  }
}
