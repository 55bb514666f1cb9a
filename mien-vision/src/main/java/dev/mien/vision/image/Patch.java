package dev.mien.vision.image;

import dev.mien.vision.geometry.Similarity;
import java.util.Arrays;

/**
 * A small float picture cut out of an image, for a net: three planes (red, green, blue) of width x
 * height samples in 0..255. Mutable and not thread-safe; a buffer that is filled again and again.
 */
public final class Patch {

  private final int width;
  private final int height;
  private final float[] planes;

  /** A black patch. */
  public Patch(int width, int height) {
    this.width = width;
    this.height = height;
    this.planes = new float[Math.multiplyExact(3, Math.multiplyExact(width, height))];
  }

  /** Samples in a row. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** The samples, plane by plane; the patch's own array. */
  public float[] planes() {
    return planes;
  }

  /**
   * Fills the patch from an image: bilinear, black outside of the image. Where the patch is coarser
   * than the image by a factor of two or more, it is taken from the image halved by area averages
   * as often as needed, so that nothing is skipped.
   *
   * @param toImage from patch coordinates to image coordinates, both with pixel centres at halves
   */
  public void fill(Image image, Similarity toImage) {
    Image level = image;
    Similarity toLevel = toImage;
    while (toLevel.scale() >= 2 && Math.min(level.width(), level.height()) > 1) {
      level = level.halved();
      toLevel = toLevel.scaled(0.5);
    }
    if (toLevel.b() == 0) {
      fillUpright(level, toLevel);
      return;
    }
    for (int y = 0; y < height; y++) {
      fillRow(level, toLevel, y);
    }
  }

  /**
   * Like {@link #fillRow} for all rows, to the last bit, where the patch is not turned: all rows
   * have the same columns then.
   */
  private void fillUpright(Image image, Similarity toImage) {
    double startX = toImage.a() * 0.5 + toImage.shiftX() - 0.5;
    double[] x = new double[width];
    Arrays.setAll(x, column -> startX + column * toImage.a());
    double[] y = new double[height];
    Arrays.setAll(y, row -> toImage.a() * (row + 0.5) + toImage.shiftY() - 0.5);
    Interpolation columns = Interpolation.at(x, image.width());
    Interpolation rows = Interpolation.at(y, image.height());
    // Two rows of the picture lie around a row of the patch; the next one often has one of them.
    MixedRow upper = new MixedRow(3 * width);
    MixedRow lower = new MixedRow(3 * width);
    for (int row = 0; row < height; row++) {
      if (rows.near()[row] == lower.row) {
        MixedRow kept = lower;
        lower = upper;
        upper = kept;
      }
      upper.mix(image, rows.near()[row], columns);
      lower.mix(image, rows.far()[row], columns);
      for (int channel = 0; channel < 3; channel++) {
        mix(upper, lower, rows.nearWeight()[row], rows.farWeight()[row], channel, row);
      }
    }
  }

  /** One channel of one row, from two rows of the picture. */
  private void mix(
      MixedRow upper, MixedRow lower, float upperWeight, float lowerWeight, int channel, int row) {
    int from = channel * width;
    int to = (channel * height + row) * width;
    for (int column = 0; column < width; column++) {
      planes[to + column] =
          upperWeight * upper.samples[from + column] + lowerWeight * lower.samples[from + column];
    }
  }

  /** A row of a picture at the columns of a patch, channel by channel. */
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

  private void fillRow(Image image, Similarity toImage, int row) {
    int imageWidth = image.width();
    int imageHeight = image.height();
    byte[] pixels = image.pixels();
    int plane = width * height;
    int at = row * width;
    // Half a pixel off: from centres at halves to sample indices.
    double startX = toImage.a() * 0.5 - toImage.b() * (row + 0.5) + toImage.shiftX() - 0.5;
    double startY = toImage.b() * 0.5 + toImage.a() * (row + 0.5) + toImage.shiftY() - 0.5;
    for (int column = 0; column < width; column++, at++) {
      double x = startX + column * toImage.a();
      double y = startY + column * toImage.b();
      int left = (int) Math.floor(x);
      int top = (int) Math.floor(y);
      if (left < -1 || top < -1 || left >= imageWidth || top >= imageHeight) {
        planes[at] = 0;
        planes[at + plane] = 0;
        planes[at + 2 * plane] = 0;
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
        planes[at + channel * plane] = topWeight * upper + bottomWeight * lower;
      }
    }
  }

  /** Swaps left and right in place. */
  public void mirror() {
    for (int start = 0; start < planes.length; start += width) {
      for (int left = start, right = start + width - 1; left < right; left++, right--) {
        float kept = planes[left];
        planes[left] = planes[right];
        planes[right] = kept;
      }
    }
  }
}
