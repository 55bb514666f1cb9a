package dev.mien.vision.quality;

import dev.mien.vision.image.Image;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Between the engine's pictures and those that can be drawn on. */
public final class Rasters {

  private Rasters() {}

  /** A copy to draw on. */
  public static BufferedImage raster(Image image) {
    BufferedImage raster =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        raster.setRGB(x, y, image.rgb(x, y));
      }
    }
    return raster;
  }

  /** The picture on a raster. */
  public static Image image(BufferedImage raster) {
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

  public static BufferedImage copy(BufferedImage raster) {
    BufferedImage copy =
        new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = copy.createGraphics();
    graphics.drawImage(raster, 0, 0, null);
    graphics.dispose();
    return copy;
  }
}
