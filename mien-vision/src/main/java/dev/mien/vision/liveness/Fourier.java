package dev.mien.vision.liveness;

/** The discrete Fourier transform of lines whose length is a power of two (Cooley and Tukey). */
final class Fourier {

  private Fourier() {}

  /**
   * Transforms one line in place.
   *
   * @param start index of its first value
   * @param step from one value to the next
   * @param length a power of two
   */
  static void transform(double[] real, double[] imaginary, int start, int step, int length) {
    if (Integer.bitCount(length) != 1) {
      throw new IllegalArgumentException("not a power of two: " + length);
    }
    reorder(real, imaginary, start, step, length);
    for (int half = 1; half < length; half *= 2) {
      for (int k = 0; k < half; k++) {
        double angle = -Math.PI * k / half;
        double cosine = Math.cos(angle);
        double sine = Math.sin(angle);
        for (int from = k; from < length; from += 2 * half) {
          int upper = start + from * step;
          int lower = upper + half * step;
          double partReal = real[lower] * cosine - imaginary[lower] * sine;
          double partImaginary = real[lower] * sine + imaginary[lower] * cosine;
          real[lower] = real[upper] - partReal;
          imaginary[lower] = imaginary[upper] - partImaginary;
          real[upper] += partReal;
          imaginary[upper] += partImaginary;
        }
      }
    }
  }

  private static void reorder(double[] real, double[] imaginary, int start, int step, int length) {
    int shift = Integer.SIZE - Integer.numberOfTrailingZeros(length);
    for (int i = 1; i < length; i++) {
      int j = Integer.reverse(i) >>> shift;
      if (i < j) {
        swap(real, start + i * step, start + j * step);
        swap(imaginary, start + i * step, start + j * step);
      }
    }
  }

  private static void swap(double[] values, int one, int other) {
    double kept = values[one];
    values[one] = values[other];
    values[other] = kept;
  }
}
