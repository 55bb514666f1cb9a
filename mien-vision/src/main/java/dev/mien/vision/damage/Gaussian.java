package dev.mien.vision.damage;

/** The weights of a Gaussian blur along one line. */
public final class Gaussian {

  private Gaussian() {}

  /**
   * The weights, an odd number of them; their sum is 1.
   *
   * @param sigma the standard deviation in samples, above 0
   * @param reach how far they go to either side, in standard deviations
   */
  public static float[] weights(double sigma, double reach) {
    int radius = (int) Math.ceil(reach * sigma);
    float[] weights = new float[2 * radius + 1];
    float sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) Math.exp(-Math.pow((i - radius) / sigma, 2) / 2);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }
}
