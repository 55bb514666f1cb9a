package dev.mien.vision.quality;

import dev.mien.vision.Face;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.image.Image;
import java.util.Arrays;

/**
 * The luminance of a face, upright and at a fixed size, so that measures on it do not depend on how
 * large or how turned the face is in its picture. A patch point is the mean of several samples
 * where the face is larger than the patch.
 */
final class FacePatch {
  /** Points a side: about the detail that recognition itself uses of a face. */
  static final int SIDE = 96;

  /**
   * Samples a side that one patch point is the mean of, at most: bounds the cost for very large
   * faces.
   */
  private static final int SAMPLES_MAX = 8;

  /** As light as the lightest: at least this share of it. */
  private static final float PLATEAU = 0.975f;

  /** Root of the sum of the squared weights of the noise mask. */
  private static final double NOISE_MASK_GAIN = 6;

  /** Points; faces of fewer than SIDE / 8 pixels are too small to be found. */
  private static final int APART_MAX = 8;

  /** A quarter of normally distributed values lies within this many deviations of the mean. */
  private static final double NORMAL_LOWER_QUARTILE = 0.3186;

  private final float[] luma;
  private final double enlargement;

  private FacePatch(float[] luma, double enlargement) {
    this.luma = luma;
    this.enlargement = enlargement;
  }

  /**
   * Samples the face box, turned upright about its centre; outside the picture, its nearest edge
   * counts.
   */
  static FacePatch of(Image picture, Face face) {
    Box box = face.box();
    double side = Math.max(box.width(), box.height());
    int samples = (int) Math.clamp(Math.ceil(side / SIDE), 1, SAMPLES_MAX);
    double cos = Math.cos(Math.toRadians(face.pose().roll()));
    double sin = Math.sin(Math.toRadians(face.pose().roll()));
    double step = side / (SIDE * samples);
    float[] luma = new float[SIDE * SIDE];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        double sum = 0;
        for (int i = 0; i < samples * samples; i++) {
          double dx = (column * samples + i % samples + 0.5) * step - side / 2;
          double dy = (row * samples + i / samples + 0.5) * step - side / 2;
          sum +=
              luma(
                  picture,
                  box.centre().x() + cos * dx - sin * dy,
                  box.centre().y() + sin * dx + cos * dy);
        }
        luma[row * SIDE + column] = (float) (sum / (samples * samples));
      }
    }
    return new FacePatch(luma, Math.max(1, SIDE / side));
  }

  /** How many points lie on one pixel of the picture, at least 1. */
  double enlargement() {
    return enlargement;
  }

  /** The mean, 0..255. */
  double mean() {
    double sum = 0;
    for (float value : luma) {
      sum += value;
    }
    return sum / luma.length;
  }

  /** The standard deviation, 0..127.5. */
  double deviation() {
    double mean = mean();
    double sum = 0;
    for (float value : luma) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / luma.length);
  }

  /** The root mean square of the 4-neighbour Laplacian: what changes from one point to the next. */
  double detail() {
    double sum = 0;
    for (int row = 1; row < SIDE - 1; row++) {
      for (int column = 1; column < SIDE - 1; column++) {
        int at = row * SIDE + column;
        double laplacian =
            luma[at - 1] + luma[at + 1] + luma[at - SIDE] + luma[at + SIDE] - 4 * luma[at];
        sum += laplacian * laplacian;
      }
    }
    return Math.sqrt(sum / ((SIDE - 2) * (SIDE - 2)));
  }

  /**
   * The standard deviation of noise, after Immerkaer (1996): the response to a mask that is blind
   * to gradients and edges. Its lower quartile is taken instead of its mean, for skin is smooth
   * where features are not. Where the face is smaller than the patch, the points that are compared
   * lie a pixel of the picture apart, for between two pixels the mask would only see a slope; what
   * is no whole number of points is interpolated.
   */
  double noise() {
    int apart = (int) Math.min(enlargement, APART_MAX);
    double further = Math.min(enlargement, APART_MAX) - apart;
    return further == 0 ? noise(apart) : (1 - further) * noise(apart) + further * noise(apart + 1);
  }

  private double noise(int apart) {
    int inner = SIDE - 2 * apart;
    int down = apart * SIDE;
    float[] responses = new float[inner * inner];
    int count = 0;
    for (int row = apart; row < SIDE - apart; row++) {
      for (int column = apart; column < SIDE - apart; column++) {
        int at = row * SIDE + column;
        float sides = luma[at - apart] + luma[at + apart] + luma[at - down] + luma[at + down];
        float corners =
            luma[at - apart - down]
                + luma[at + apart - down]
                + luma[at - apart + down]
                + luma[at + apart + down];
        responses[count++] = Math.abs(corners - 2 * sides + 4 * luma[at]);
      }
    }
    Arrays.sort(responses);
    return responses[count / 4] / (NOISE_MASK_GAIN * NORMAL_LOWER_QUARTILE);
  }

  /**
   * The share of points that are as light as the lightest, give or take {@link #PLATEAU}: 0.01 or
   * 0.02 where light falls off, more where it was cut off at white, however dark the picture was
   * made since.
   */
  double cutOff() {
    float[] smooth = smooth();
    float[] sorted = smooth.clone();
    Arrays.sort(sorted);
    float lightest = sorted[sorted.length - 1 - sorted.length / 500];
    int count = 0;
    for (float value : smooth) {
      count += value > PLATEAU * lightest ? 1 : 0;
    }
    return (double) count / smooth.length;
  }

  /**
   * Means of 3 x 3 points, without the outermost ones, so that noise does not roughen a plateau.
   */
  private float[] smooth() {
    float[] smooth = new float[(SIDE - 2) * (SIDE - 2)];
    int count = 0;
    for (int row = 1; row < SIDE - 1; row++) {
      for (int column = 1; column < SIDE - 1; column++) {
        float sum = 0;
        for (int i = 0; i < 9; i++) {
          sum += luma[(row - 1 + i / 3) * SIDE + column - 1 + i % 3];
        }
        smooth[count++] = sum / 9;
      }
    }
    return smooth;
  }

  /** Bilinear interpolation of the luminance (Rec. 601) at a point, 0..255. */
  private static double luma(Image picture, double x, double y) {
    double left = Math.clamp(x - 0.5, 0, picture.width() - 1);
    double top = Math.clamp(y - 0.5, 0, picture.height() - 1);
    int column = Math.min((int) left, Math.max(0, picture.width() - 2));
    int row = Math.min((int) top, Math.max(0, picture.height() - 2));
    int nextColumn = Math.min(column + 1, picture.width() - 1);
    int nextRow = Math.min(row + 1, picture.height() - 1);
    double fx = left - column;
    double fy = top - row;
    double upper =
        (1 - fx) * luma(picture.rgb(column, row)) + fx * luma(picture.rgb(nextColumn, row));
    double lower =
        (1 - fx) * luma(picture.rgb(column, nextRow)) + fx * luma(picture.rgb(nextColumn, nextRow));
    return (1 - fy) * upper + fy * lower;
  }

  private static double luma(int rgb) {
    return 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
  }
}
