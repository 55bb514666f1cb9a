package dev.mien.vision.attribute;

import dev.mien.vision.image.Lab;
import java.util.Arrays;

/**
 * Which colours an area has: the shares of seven hues, bright and dark, and of four greys, and the
 * weighted mean and spread of all. A colour between two counts for both in part, so that no number
 * jumps. Not thread-safe.
 */
final class ColourShares {

  /**
   * Red, orange, yellow, green, cyan, blue, purple, in degrees of the hue, and how wide each is.
   */
  private static final double[] HUES = {0, 30, 60, 120, 180, 230, 290};

  private static final double[] HUE_WIDTHS = {25, 30, 40, 50, 45, 45, 50};

  /** Black, dark grey, light grey, white, as shares of the most. */
  private static final double[] GREYS = {0.08, 0.3, 0.6, 0.9};

  private static final double GREY_WIDTH = 0.15;

  /** Numbers: hues twice, greys, then mean and spread of lightness, redness, yellowness. */
  static final int COUNT = 2 * 7 + 4 + 6;

  /** Brings means and spreads near 1, as roots of shares are. */
  private static final double MEAN_UNIT = 50;

  private static final double SPREAD_UNIT = 20;
  private static final double SAMPLE_MAX = 255;

  private final double[] shares = new double[2 * HUES.length + GREYS.length];
  private final double[] sums = new double[3];
  private final double[] squares = new double[3];
  private double total;

  /**
   * Adds a part of the area.
   *
   * @param rgb 0..255 each
   * @param lab the same colour
   * @param weight of the part, 0 or more
   */
  void add(double[] rgb, Lab lab, double weight) {
    double most = Math.max(rgb[0], Math.max(rgb[1], rgb[2])) / SAMPLE_MAX;
    double chroma = most - Math.min(rgb[0], Math.min(rgb[1], rgb[2])) / SAMPLE_MAX;
    double saturation = most > 0 ? chroma / most : 0;
    double coloured = ramp(chroma, 0.08, 0.15) * ramp(saturation, 0.15, 0.2);
    double bright = ramp(most, 0.3, 0.3);
    double hue = hueDegrees(rgb, most, chroma);
    double[] hues = near(HUES, HUE_WIDTHS, hue, 360, 2);
    for (int i = 0; i < hues.length; i++) {
      shares[i] += weight * coloured * bright * hues[i];
      shares[HUES.length + i] += weight * coloured * (1 - bright) * hues[i];
    }
    double[] widths = new double[GREYS.length];
    Arrays.fill(widths, GREY_WIDTH);
    double[] greys = near(GREYS, widths, most, Double.POSITIVE_INFINITY, 1);
    for (int i = 0; i < greys.length; i++) {
      shares[2 * HUES.length + i] += weight * (1 - coloured) * greys[i];
    }
    double[] values = {lab.lightness(), lab.redness(), lab.yellowness()};
    for (int i = 0; i < values.length; i++) {
      sums[i] += weight * values[i];
      squares[i] += weight * values[i] * values[i];
    }
    total += weight;
  }

  /** The square roots of the shares, then means and spreads; all 0 where nothing was added. */
  float[] values() {
    float[] values = new float[COUNT];
    if (total <= 0) {
      return values;
    }
    for (int i = 0; i < shares.length; i++) {
      values[i] = (float) Math.sqrt(shares[i] / total);
    }
    for (int i = 0; i < sums.length; i++) {
      double mean = sums[i] / total;
      double variance = Math.max(0, squares[i] / total - mean * mean);
      values[shares.length + i] = (float) (mean / MEAN_UNIT);
      values[shares.length + sums.length + i] = (float) (Math.sqrt(variance) / SPREAD_UNIT);
    }
    return values;
  }

  /** 0 up to a start, 1 from a width after it on. */
  private static double ramp(double value, double start, double width) {
    return Math.clamp((value - start) / width, 0, 1);
  }

  /** 0..360; 0 for a grey. */
  private static double hueDegrees(double[] rgb, double most, double chroma) {
    if (chroma <= 0) {
      return 0;
    }
    double red = rgb[0] / SAMPLE_MAX;
    double green = rgb[1] / SAMPLE_MAX;
    double blue = rgb[2] / SAMPLE_MAX;
    double sixths;
    if (most == red) {
      sixths = (green - blue) / chroma + (green < blue ? 6 : 0);
    } else if (most == green) {
      sixths = (blue - red) / chroma + 2;
    } else {
      sixths = (red - green) / chroma + 4;
    }
    return 60 * sixths;
  }

  /**
   * How much of a value belongs to each of some centres; the sum is 1.
   *
   * @param circle after how much the values begin anew
   * @param sharpness of the borders
   */
  private static double[] near(
      double[] centres, double[] widths, double value, double circle, double sharpness) {
    double[] parts = new double[centres.length];
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      double distance = Math.abs(value - centres[i]);
      distance = Math.min(distance, circle - distance) / widths[i];
      parts[i] = Math.exp(-sharpness * distance * distance);
      sum += parts[i];
    }
    for (int i = 0; i < parts.length; i++) {
      parts[i] /= sum;
    }
    return parts;
  }
}
