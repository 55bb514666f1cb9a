package dev.mien.vision.damage;

import dev.mien.vision.image.Image;
import java.awt.image.BufferedImage;

/** From pictures that were drawn on to those of the engine. */
final class Rasters {

  private Rasters() {}

  /** The picture on a raster. */
  static Image image(BufferedImage raster) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    int[] pixels = raster.getRGB(0, 0, width, height, null, 0, width);
    byte[] rgb = new byte[3 * pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      rgb[3 * i] = (byte) (pixels[i] >> 16);
      rgb[3 * i + 1] = (byte) (pixels[i] >> 8);
      rgb[3 * i + 2] = (byte) pixels[i];
    }
    return Image.of(width, height, rgb);
  }
}
