package dev.mien.vision.liveness;

/**
 * How the colours of a face are spread. What photographs a screen or a print sees its range of
 * colours and not the world's: paper and ink hold fewer colours, light on a surface lifts what was
 * black and takes the colour from it, and a bright screen runs into white where skin does not. A
 * live face has the same colours whatever its tone, and more of them.
 *
 * <p>Cb and Cr are those of JPEG (ITU-R BT.601), saturation is that of HSV.
 */
final class ColourCues {

  /** Numbers in {@link #of}. */
  static final int COUNT = 11;

  /** Cb and Cr are divided by this. */
  private static final double CHROMA_UNIT = 64;

  /** A spread of less than this says nothing more, in the units of Cb, Cr and saturation. */
  private static final double LEAST_SPREAD = 1e-3;

  /** The brightest of a sample's three channels, from which on it is clipped. */
  private static final double WHITE = 250;

  /** A share of clipped samples below this says nothing more. */
  private static final double LEAST_SHARE = 0.003;

  /** The logarithm of the share of clipped samples is divided by this. */
  private static final double LOG_UNIT = 3;

  private ColourCues() {}

  /**
   * Of each of Cb, Cr and saturation the mean, the logarithm of the spread (standard deviation) and
   * the skew (third standardised moment); then the correlation of Cb and Cr, and the logarithm of
   * the share of clipped samples.
   *
   * @param rgb three planes of samples from the middle of a face, 0..255
   */
  static double[] of(float[] rgb) {
    int count = rgb.length / 3;
    double[] blueness = new double[count];
    double[] redness = new double[count];
    double[] saturation = new double[count];
    int clipped = 0;
    for (int i = 0; i < count; i++) {
      double red = rgb[i];
      double green = rgb[i + count];
      double blue = rgb[i + 2 * count];
      double luma = 0.299 * red + 0.587 * green + 0.114 * blue;
      blueness[i] = 0.564 * (blue - luma) / CHROMA_UNIT;
      redness[i] = 0.713 * (red - luma) / CHROMA_UNIT;
      double most = Math.max(red, Math.max(green, blue));
      double least = Math.min(red, Math.min(green, blue));
      saturation[i] = most <= 0 ? 0 : (most - least) / most;
      clipped += most > WHITE ? 1 : 0;
    }
    Spread ofBlueness = Spread.of(blueness);
    Spread ofRedness = Spread.of(redness);
    Spread ofSaturation = Spread.of(saturation);
    return new double[] {
      ofBlueness.mean,
      Math.log(ofBlueness.deviation),
      ofBlueness.skew,
      ofRedness.mean,
      Math.log(ofRedness.deviation),
      ofRedness.skew,
      ofSaturation.mean,
      Math.log(ofSaturation.deviation),
      ofSaturation.skew,
      correlation(blueness, ofBlueness, redness, ofRedness),
      Math.log((double) clipped / count + LEAST_SHARE) / LOG_UNIT
    };
  }

  private static double correlation(double[] one, Spread ofOne, double[] other, Spread ofOther) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - ofOne.mean) * (other[i] - ofOther.mean);
    }
    return sum / (one.length * ofOne.deviation * ofOther.deviation);
  }

  private record Spread(double mean, double deviation, double skew) {
    static Spread of(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      double mean = sum / values.length;
      double squares = 0;
      double cubes = 0;
      for (double value : values) {
        double apart = value - mean;
        squares += apart * apart;
        cubes += apart * apart * apart;
      }
      double deviation = Math.sqrt(squares / values.length) + LEAST_SPREAD;
      return new Spread(mean, deviation, cubes / values.length / Math.pow(deviation, 3));
    }
  }
}
