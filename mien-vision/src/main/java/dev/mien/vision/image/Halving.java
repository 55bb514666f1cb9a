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
    for (int y = 0; y < halfHeight; y++) {
      int upper = 3 * width * (2 * y);
      int lower = 3 * width * Math.min(2 * y + 1, height - 1);
      int at = 3 * halfWidth * y;
      for (int x = 0; x < halfWidth; x++) {
        int left = 6 * x;
        int right = 3 * Math.min(2 * x + 1, width - 1);
        for (int channel = 0; channel < 3; channel++) {
          int sum =
              (source[upper + left + channel] & 0xff)
                  + (source[upper + right + channel] & 0xff)
                  + (source[lower + left + channel] & 0xff)
                  + (source[lower + right + channel] & 0xff);
          target[at++] = (byte) ((sum + 2) >> 2);
        }
      }
    }
    return Image.adopt(halfWidth, halfHeight, target);
  }
}
