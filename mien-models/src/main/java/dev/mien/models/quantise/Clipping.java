package dev.mien.models.quantise;

/** How the range of a value is chosen from what was seen of it. */
public enum Clipping {
  /** Everything that was seen lies within. */
  MIN_MAX {
    @Override
    public Range range(Histogram seen) {
      return seen.extremes();
    }
  },

  /** One in ten thousand numbers may lie outside on each side. */
  PERCENTILE {
    @Override
    public Range range(Histogram seen) {
      return seen.without(OUTSIDE);
    }
  },

  /** Both ends are drawn in by the share at which the squared error is least. */
  LEAST_ERROR {
    @Override
    public Range range(Histogram seen) {
      Range widest = seen.extremes();
      Range best = widest;
      double least = seen.squaredError(widest);
      for (int hundredths = 99; hundredths >= NARROWEST_HUNDREDTHS; hundredths--) {
        Range narrower =
            new Range(widest.low() * hundredths / 100, widest.high() * hundredths / 100);
        double error = seen.squaredError(narrower);
        if (error < least) {
          least = error;
          best = narrower;
        }
      }
      return best;
    }
  };

  private static final double OUTSIDE = 1e-4;

  private static final int NARROWEST_HUNDREDTHS = 20;

  /** The range for a value of which this was seen. */
  public abstract Range range(Histogram seen);
}
