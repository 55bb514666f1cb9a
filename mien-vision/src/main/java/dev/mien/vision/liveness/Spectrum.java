package dev.mien.vision.liveness;

import java.util.Arrays;

/**
 * The power spectrum of a square of samples: how much of a face's detail is left at each fineness,
 * and what comes back in one direction and fineness only. A camera that photographs a screen or a
 * print loses more of the fine than of the coarse, and may see a pattern of both grids (moiré).
 */
final class Spectrum {

  /** Rings of frequency, from no detail to the finest. */
  static final int RINGS = 4;

  /** From here on a peak is none of the face's own; periods a side. */
  private static final double FIRST_PEAK = 10;

  /** Width of the rings that a peak is compared with, in periods a side. */
  private static final double PEAK_RING = 2.5;

  /** Keeps logarithms of nothing finite. */
  private static final double TINY = 1e-9;

  private final int side;
  private final double[] power;

  private Spectrum(int side, double[] power) {
    this.side = side;
    this.power = power;
  }

  /**
   * The spectrum of a row-major square, windowed against its borders.
   *
   * @param side a power of two
   */
  static Spectrum of(float[] samples, int side) {
    double mean = 0;
    for (float sample : samples) {
      mean += sample;
    }
    mean /= samples.length;
    double[] real = new double[samples.length];
    double[] imaginary = new double[samples.length];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        real[y * side + x] = (samples[y * side + x] - mean) * hann(x, side) * hann(y, side);
      }
    }
    for (int line = 0; line < side; line++) {
      Fourier.transform(real, imaginary, line * side, 1, side);
    }
    for (int line = 0; line < side; line++) {
      Fourier.transform(real, imaginary, line, side, side);
    }
    double[] power = new double[samples.length];
    for (int i = 0; i < power.length; i++) {
      power[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
    }
    return new Spectrum(side, power);
  }

  private static double hann(int index, int side) {
    return 0.5 - 0.5 * Math.cos(2 * Math.PI * (index + 0.5) / side);
  }

  /**
   * The natural logarithm of the share of all power that a ring has.
   *
   * @param ring 0..{@link #RINGS} - 1, from coarse to fine
   */
  double share(int ring) {
    double total = Arrays.stream(power).sum() + TINY;
    return Math.log((Arrays.stream(ring(ring)).sum() + TINY) / total + TINY);
  }

  /**
   * How far the highest peak stands above its ring: the largest difference between the logarithms
   * of the greatest power at a fineness and of the mean one there.
   */
  double peak() {
    double peak = 0;
    for (double from = FIRST_PEAK; from + PEAK_RING <= side / 2.0; from += PEAK_RING) {
      double[] logarithms =
          Arrays.stream(between(from, from + PEAK_RING)).map(Math::log1p).toArray();
      double mean = Arrays.stream(logarithms).average().orElse(0);
      peak = Math.max(peak, Arrays.stream(logarithms).max().orElse(0) - mean);
    }
    return peak;
  }

  private double[] ring(int ring) {
    double unit = side / 2.0 / (RINGS + 0.5);
    return between(unit * (ring + 0.5), unit * (ring + 1.5));
  }

  /** The powers at a distance from the mean of at least {@code from} and below {@code to}. */
  private double[] between(double from, double to) {
    double[] values = new double[power.length];
    int count = 0;
    // The spectrum of real samples is symmetric: half of it tells all.
    for (int y = 0; y < side; y++) {
      double down = y <= side / 2 ? y : y - side;
      for (int x = 0; x <= side / 2; x++) {
        double radius = Math.hypot(x, down);
        if (radius >= from && radius < to) {
          values[count++] = power[y * side + x];
        }
      }
    }
    return Arrays.copyOf(values, count);
  }
}
