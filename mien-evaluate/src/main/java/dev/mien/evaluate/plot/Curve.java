package dev.mien.evaluate.plot;

/**
 * A line of a plot.
 *
 * @param name for the legend
 * @param x at least one, none of them not a number; copied
 * @param y as many; copied
 */
@SuppressWarnings("ArrayRecordComponent") // drawn, never compared
public record Curve(String name, double[] x, double[] y) {

  /** Copies the points. */
  public Curve {
    x = x.clone();
    y = y.clone();
    if (x.length == 0 || x.length != y.length) {
      throw new IllegalArgumentException(
          "a curve of " + x.length + " and " + y.length + " coordinates");
    }
  }

  /** The curve with at most so many of its points, the first and the last among them. */
  Curve thinned(int most) {
    if (x.length <= most) {
      return this;
    }
    double[] fewX = new double[most];
    double[] fewY = new double[most];
    for (int i = 0; i < most; i++) {
      int at = (int) ((long) i * (x.length - 1) / (most - 1));
      fewX[i] = x[at];
      fewY[i] = y[at];
    }
    return new Curve(name, fewX, fewY);
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public double[] y() {
    return y.clone();
  }
}
