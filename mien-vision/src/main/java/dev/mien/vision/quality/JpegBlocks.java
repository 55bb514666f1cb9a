package dev.mien.vision.quality;

import dev.mien.vision.geometry.Box;
import dev.mien.vision.image.Image;

/** How visible the 8 x 8 grid of JPEG compression is in a face. */
final class JpegBlocks {

  private static final int BLOCK = 8;

  /** Rows and columns looked at, at most: bounds the cost for very large faces. */
  private static final int LINES_MAX = 256;

  private JpegBlocks() {}

  /**
   * The mean step across the grid's lines minus that across the lines in the middle of the blocks,
   * in units of the 8-bit scale; not negative.
   */
  static double strength(Image picture, Box box) {
    int left = Math.clamp((int) box.x(), 1, picture.width() - 1);
    int right = Math.clamp((int) box.right(), left, picture.width());
    int top = Math.clamp((int) box.y(), 1, picture.height() - 1);
    int bottom = Math.clamp((int) box.bottom(), top, picture.height());
    double sumOn = 0;
    double sumOff = 0;
    int countOn = 0;
    int countOff = 0;
    int rowStep = Math.max(1, (bottom - top) / LINES_MAX);
    for (int y = top; y < bottom; y += rowStep) {
      for (int x = left; x < right; x++) {
        int phase = x % BLOCK;
        if (phase == 0 || phase == BLOCK / 2) {
          double step = Math.abs(luma(picture.rgb(x, y)) - luma(picture.rgb(x - 1, y)));
          if (phase == 0) {
            sumOn += step;
            countOn++;
          } else {
            sumOff += step;
            countOff++;
          }
        }
      }
    }
    return countOn == 0 || countOff == 0 ? 0 : Math.max(0, sumOn / countOn - sumOff / countOff);
  }

  private static double luma(int rgb) {
    return 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
  }
}
