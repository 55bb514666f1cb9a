package dev.mien.vision.image;

import dev.mien.vision.geometry.Similarity;
import java.util.Arrays;

/** Takes the samples of a crop out of an image. Not thread-safe. */
public final class Sampling {

  private final Image image;
  private final Similarity toImage;
  private final int width;
  private final int height;
  private final SampleRows target;

  private Sampling(Image image, Similarity toImage, int width, int height, SampleRows target) {
    this.image = image;
    this.toImage = toImage;
    this.width = width;
    this.height = height;
    this.target = target;
  }

  /**
   * Takes samples: bilinear, black outside of the image. Where the crop is coarser than the image
   * by a factor of two or more, they are taken from the image halved by area averages as often as
   * needed, so that nothing is skipped.
   *
   * @param toImage from the crop's coordinates to the image's, both with pixel centres at halves
   * @param width samples in a row
   * @param height rows
   * @param target gets them
   */
  public static void take(
      Image image, Similarity toImage, int width, int height, SampleRows target) {
    Image level = image;
    Similarity toLevel = toImage;
    while (toLevel.scale() >= 2 && Math.min(level.width(), level.height()) > 1) {
      level = level.halved();
      toLevel = toLevel.scaled(0.5);
    }
    Sampling sampling = new Sampling(level, toLevel, width, height, target);
    if (toLevel.b() == 0) {
      sampling.takeUpright();
    } else {
      sampling.takeTurned();
    }
  }

  /**
   * The same as {@link #takeTurned}, to the last bit, where the crop is not turned: all rows have
   * the same columns then.
   */
  private void takeUpright() {
    double startX = toImage.a() * 0.5 + toImage.shiftX() - 0.5;
    double[] x = new double[width];
    Arrays.setAll(x, column -> startX + column * toImage.a());
    double[] y = new double[height];
    Arrays.setAll(y, row -> toImage.a() * (row + 0.5) + toImage.shiftY() - 0.5);
    Interpolation columns = Interpolation.at(x, image.width());
    Interpolation rows = Interpolation.at(y, image.height());
    // Two rows of the picture lie around a row of the crop; the next one often has one of them.
    MixedRow upper = new MixedRow(3 * width);
    MixedRow lower = new MixedRow(3 * width);
    float[] samples = new float[width];
    for (int row = 0; row < height; row++) {
      if (rows.near()[row] == lower.row) {
        MixedRow kept = lower;
        lower = upper;
        upper = kept;
      }
      upper.mix(image, rows.near()[row], columns);
      lower.mix(image, rows.far()[row], columns);
      for (int channel = 0; channel < 3; channel++) {
        int from = channel * width;
        mix(
            upper.samples,
            rows.nearWeight()[row],
            lower.samples,
            rows.farWeight()[row],
            from,
            samples);
        target.put(channel, row, samples);
      }
    }
  }

  /** One channel of one row, from two rows of the picture. */
  private static void mix(
      float[] upper, float upperWeight, float[] lower, float lowerWeight, int from, float[] mixed) {
    for (int column = 0; column < mixed.length; column++) {
      mixed[column] = upperWeight * upper[from + column] + lowerWeight * lower[from + column];
    }
  }

  /** A row of a picture at the columns of a crop, channel by channel. */
  private static final class MixedRow {
    private final float[] samples;
    private int row = -1;

    MixedRow(int samples) {
      this.samples = new float[samples];
    }

    /** Takes the samples of a row unless it has them. */
    void mix(Image image, int newRow, Interpolation columns) {
      if (row == newRow) {
        return;
      }
      row = newRow;
      byte[] pixels = image.pixels();
      int start = 3 * image.width() * row;
      int width = samples.length / 3;
      for (int column = 0; column < width; column++) {
        int left = start + 3 * columns.near()[column];
        int right = start + 3 * columns.far()[column];
        float leftWeight = columns.nearWeight()[column];
        float rightWeight = columns.farWeight()[column];
        for (int channel = 0; channel < 3; channel++) {
          samples[channel * width + column] =
              leftWeight * (pixels[left + channel] & 0xff)
                  + rightWeight * (pixels[right + channel] & 0xff);
        }
      }
    }
  }

  private void takeTurned() {
    float[][] samples = new float[3][width];
    for (int row = 0; row < height; row++) {
      takeRow(row, samples);
      for (int channel = 0; channel < 3; channel++) {
        target.put(channel, row, samples[channel]);
      }
    }
  }

  private void takeRow(int row, float[][] samples) {
    int imageWidth = image.width();
    int imageHeight = image.height();
    byte[] pixels = image.pixels();
    // Half a pixel off: from centres at halves to sample indices.
    double startX = toImage.a() * 0.5 - toImage.b() * (row + 0.5) + toImage.shiftX() - 0.5;
    double startY = toImage.b() * 0.5 + toImage.a() * (row + 0.5) + toImage.shiftY() - 0.5;
    for (int column = 0; column < width; column++) {
      double x = startX + column * toImage.a();
      double y = startY + column * toImage.b();
      int left = (int) Math.floor(x);
      int top = (int) Math.floor(y);
      if (left < -1 || top < -1 || left >= imageWidth || top >= imageHeight) {
        samples[0][column] = 0;
        samples[1][column] = 0;
        samples[2][column] = 0;
        continue;
      }
      float rightShare = (float) (x - left);
      float bottomShare = (float) (y - top);
      // A neighbour outside counts as black: its share is dropped.
      float leftWeight = left >= 0 ? 1 - rightShare : 0;
      float rightWeight = left + 1 < imageWidth ? rightShare : 0;
      float topWeight = top >= 0 ? 1 - bottomShare : 0;
      float bottomWeight = top + 1 < imageHeight ? bottomShare : 0;
      int leftAt = 3 * Math.max(left, 0);
      int rightAt = 3 * Math.min(left + 1, imageWidth - 1);
      int topAt = 3 * imageWidth * Math.max(top, 0);
      int bottomAt = 3 * imageWidth * Math.min(top + 1, imageHeight - 1);
      for (int channel = 0; channel < 3; channel++) {
        float upper =
            leftWeight * (pixels[topAt + leftAt + channel] & 0xff)
                + rightWeight * (pixels[topAt + rightAt + channel] & 0xff);
        float lower =
            leftWeight * (pixels[bottomAt + leftAt + channel] & 0xff)
                + rightWeight * (pixels[bottomAt + rightAt + channel] & 0xff);
        samples[channel][column] = topWeight * upper + bottomWeight * lower;
      }
    }
  }
}
