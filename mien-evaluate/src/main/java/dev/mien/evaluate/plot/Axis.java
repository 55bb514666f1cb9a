package dev.mien.evaluate.plot;

/**
 * An axis of a plot.
 *
 * @param title what it shows, with its unit
 * @param from its lower end
 * @param to its upper end
 * @param logarithmic whether powers of ten are evenly spaced
 */
public record Axis(String title, double from, double to, boolean logarithmic) {

  /** Refuses an axis without length with {@link IllegalArgumentException}. */
  public Axis {
    if (!(from < to) || (logarithmic && from <= 0)) {
      throw new IllegalArgumentException("an axis from " + from + " to " + to);
    }
  }

  /** Evenly spaced numbers. */
  public static Axis linear(String title, double from, double to) {
    return new Axis(title, from, to, false);
  }

  /** Evenly spaced powers of ten. */
  public static Axis logarithmic(String title, double from, double to) {
    return new Axis(title, from, to, true);
  }
}
