package dev.mien.vision.quality;

import dev.mien.vision.geometry.Box;
import dev.mien.vision.image.Image;

/**
 * How visible the 8 x 8 grid of JPEG compression is in a face: by how much the steps across the
 * grid's lines exceed those across the other lines of the blocks. A face of a few blocks has edges
 * of its own on some of these lines, and as easily on the grid's: so the grid has to exceed the
 * highest of the others by as much as that one exceeds their mean.
 */
final class JpegBlocks {

  private static final int BLOCK = 8;

  /** Rows and columns looked at, at most: bounds the cost for very large faces. */
  private static final int LINES_MAX = 256;

  private JpegBlocks() {}

  /** The excess in units of the 8-bit scale, the mean of both directions; not negative. */
  static double strength(Image picture, Box box) {
    int left = Math.clamp((int) box.x(), 1, picture.width() - 1);
    int right = Math.clamp((int) box.right(), left, picture.width());
    int top = Math.clamp((int) box.y(), 1, picture.height() - 1);
    int bottom = Math.clamp((int) box.bottom(), top, picture.height());
    double[] across = new double[BLOCK];
    double[] down = new double[BLOCK];
    int[] columns = new int[BLOCK];
    int[] rows = new int[BLOCK];
    int rowStep = Math.max(1, (bottom - top) / LINES_MAX);
    int columnStep = Math.max(1, (right - left) / LINES_MAX);
    for (int y = top; y < bottom; y += rowStep) {
      for (int x = left; x < right; x++) {
        across[x % BLOCK] += Math.abs(luma(picture.rgb(x, y)) - luma(picture.rgb(x - 1, y)));
        columns[x % BLOCK]++;
      }
    }
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x += columnStep) {
        down[y % BLOCK] += Math.abs(luma(picture.rgb(x, y)) - luma(picture.rgb(x, y - 1)));
        rows[y % BLOCK]++;
      }
    }
    return (excess(across, columns) + excess(down, rows)) / 2;
  }

  private static double excess(double[] sums, int[] counts) {
    double highest = 0;
    double mean = 0;
    for (int phase = 0; phase < BLOCK; phase++) {
      if (counts[phase] == 0) {
        return 0;
      }
      if (phase > 0) {
        double step = sums[phase] / counts[phase];
        highest = Math.max(highest, step);
        mean += step / (BLOCK - 1);
      }
    }
    return Math.max(0, sums[0] / counts[0] - highest - (highest - mean));
  }

  private static double luma(int rgb) {
    return 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
  }
}
