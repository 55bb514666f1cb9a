package dev.mien.vision.liveness;

import dev.mien.vision.damage.Gaussian;

/**
 * Light that falls on a camera's sensor, in linear terms: 1 is what the sensor takes.
 *
 * @param channels red, green and blue, each row by row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Light(int width, int height, float[][] channels) {

  /** Blurs smaller than this many pixels are none. */
  private static final double LEAST_BLUR = 0.2;

  /** How far a blur goes, in standard deviations. */
  private static final double REACH = 2.5;

  /** Gaussian blur of a standard deviation in pixels. */
  Light blurred(double sigma) {
    if (sigma < LEAST_BLUR) {
      return this;
    }
    float[] weights = Gaussian.weights(sigma, REACH);
    float[][] blurred = new float[channels.length][];
    for (int channel = 0; channel < channels.length; channel++) {
      blurred[channel] = across(down(channels[channel], weights), weights);
    }
    return new Light(width, height, blurred);
  }

  private float[] across(float[] values, float[] weights) {
    int radius = weights.length / 2;
    float[] blurred = new float[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int i = -radius; i <= radius; i++) {
          sum += weights[i + radius] * values[y * width + Math.clamp(x + i, 0, width - 1)];
        }
        blurred[y * width + x] = sum;
      }
    }
    return blurred;
  }

  private float[] down(float[] values, float[] weights) {
    int radius = weights.length / 2;
    float[] blurred = new float[values.length];
    for (int y = 0; y < height; y++) {
      for (int i = -radius; i <= radius; i++) {
        int from = Math.clamp(y + i, 0, height - 1) * width;
        float weight = weights[i + radius];
        for (int x = 0; x < width; x++) {
          blurred[y * width + x] += weight * values[from + x];
        }
      }
    }
    return blurred;
  }
}
