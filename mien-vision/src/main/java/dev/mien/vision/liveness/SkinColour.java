package dev.mien.vision.liveness;

import dev.mien.vision.image.Lab;
import java.util.Arrays;

/**
 * How far the skin of a face is from the colours that skin has in ordinary light, whatever its
 * tone: in L*a*b* its hue is much the same for all people, and only its lightness and chroma
 * differ. Screens shine bluer than the light that a camera was balanced for and are seen with
 * colours of their own, prints lose chroma.
 */
final class SkinColour {

  /**
   * The usual hue in radians, from red towards yellow: the median of 430 live faces of the
   * development sets other than the liveness set.
   */
  private static final double USUAL_HUE = 0.87;

  /** Departures are counted up to this, in radians: beyond it, more of it says no more. */
  private static final double MOST_DEPARTURE = 1.2;

  /** Chroma from which on a face is not pale; the lower quartile of the same faces is 0.78. */
  private static final double USUAL_CHROMA = 0.9;

  /** Below this chroma the hue is that of noise, and the less of it counts. */
  private static final double LEAST_CHROMA = 0.15;

  /** A*b* distances are divided by this. */
  private static final double CHROMA_UNIT = 20;

  /** Of the samples by brightness: neither hair and shade nor shine. */
  private static final double DARKEST = 0.45;

  private static final double BRIGHTEST = 0.85;

  /** Numbers in {@link #of}. */
  static final int COUNT = 4;

  private SkinColour() {}

  /**
   * Hue towards red and blue, hue towards green, paleness, and how much the picture is without
   * colour, in which case nothing of this is known; each 0 for a usual live face.
   *
   * @param rgb three planes of samples from the middle of a face, 0..255
   * @param luma of the same samples
   */
  static double[] of(float[] rgb, float[] luma) {
    float[] sorted = luma.clone();
    Arrays.sort(sorted);
    float darkest = sorted[(int) (DARKEST * sorted.length)];
    float brightest = sorted[(int) (BRIGHTEST * sorted.length)];
    double[] redness = new double[luma.length];
    double[] yellowness = new double[luma.length];
    double[] colour = new double[3];
    int count = 0;
    for (int i = 0; i < luma.length; i++) {
      if (luma[i] >= darkest && luma[i] <= brightest) {
        colour[0] = rgb[i];
        colour[1] = rgb[i + luma.length];
        colour[2] = rgb[i + 2 * luma.length];
        Lab seen = Lab.of(colour);
        redness[count] = seen.redness();
        yellowness[count] = seen.yellowness();
        count++;
      }
    }
    return departures(median(redness, count), median(yellowness, count));
  }

  private static double[] departures(double redness, double yellowness) {
    double chroma = Math.hypot(redness, yellowness) / CHROMA_UNIT;
    double known = Math.min(1, chroma / LEAST_CHROMA);
    double departure = known * (Math.atan2(yellowness, redness) - USUAL_HUE);
    return new double[] {
      Math.clamp(-departure, 0, MOST_DEPARTURE),
      Math.clamp(departure, 0, MOST_DEPARTURE),
      known * Math.max(0, USUAL_CHROMA - chroma),
      1 - known
    };
  }

  private static double median(double[] values, int count) {
    Arrays.sort(values, 0, count);
    return values[count / 2];
  }
}
