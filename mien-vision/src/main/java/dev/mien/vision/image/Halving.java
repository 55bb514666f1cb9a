package dev.mien.vision.image;

/**
 * Halves a picture by averaging squares of four pixels: the area filter of a resolution pyramid.
 */
final class Halving {

  private Halving() {}

  static Image halve(Image image) {
    int width = image.width();
    int height = image.height();
    int halfWidth = (width + 1) / 2;
    int halfHeight = (height + 1) / 2;
    byte[] source = image.pixels();
    byte[] target = new byte[3 * halfWidth * halfHeight];
    int row = 3 * width;
    // The last pixel comes again after the row, for the last square of an odd width.
    int[] sums = new int[row + 3];
    for (int y = 0; y < halfHeight; y++) {
      int upper = row * 2 * y;
      int lower = row * Math.min(2 * y + 1, height - 1);
      for (int i = 0; i < row; i++) {
        sums[i] = (source[upper + i] & 0xff) + (source[lower + i] & 0xff);
      }
      System.arraycopy(sums, row - 3, sums, row, 3);
      int at = 3 * halfWidth * y;
      for (int left = 0; left < row; left += 6, at += 3) {
        target[at] = (byte) ((sums[left] + sums[left + 3] + 2) >> 2);
        target[at + 1] = (byte) ((sums[left + 1] + sums[left + 4] + 2) >> 2);
        target[at + 2] = (byte) ((sums[left + 2] + sums[left + 5] + 2) >> 2);
      }
    }
    return Image.adopt(halfWidth, halfHeight, target);
  }
}
