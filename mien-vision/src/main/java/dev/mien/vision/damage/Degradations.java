package dev.mien.vision.damage;

import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.image.ImageEncoder;
import dev.mien.vision.image.ImageException;
import dev.mien.vision.image.ImageLimits;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.time.Duration;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Ways to make a good picture worse, each with a strength. Deterministic. */
public final class Degradations {

  /** What was written here is read again, however small or large. */
  private static final ImageDecoder DECODER =
      new ImageDecoder(new ImageLimits(65_500, 65_500, 1, 64, Duration.ofSeconds(30)));

  private Degradations() {}

  /** Gaussian blur of a standard deviation in pixels. */
  public static Image blurred(Image image, double sigma) {
    if (sigma <= 0) {
      return image;
    }
    float[] weights = Gaussian.weights(sigma, 3);
    int radius = weights.length / 2;
    int width = image.width();
    int height = image.height();
    BufferedImage raster = widened(ImageEncoder.buffered(image), radius);
    BufferedImage across =
        new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null)
            .filter(raster, null);
    return Rasters.image(
        new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null)
            .filter(across, null)
            .getSubimage(radius, radius, width, height));
  }

  /** With its outermost pixels repeated on each side, so that the edge is blurred as well. */
  private static BufferedImage widened(BufferedImage image, int margin) {
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage wide =
        new BufferedImage(width + 2 * margin, height + 2 * margin, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < wide.getHeight(); y++) {
      int row = Math.clamp(y - margin, 0, height - 1);
      for (int x = 0; x < wide.getWidth(); x++) {
        wide.setRGB(x, y, image.getRGB(Math.clamp(x - margin, 0, width - 1), row));
      }
    }
    return wide;
  }

  /** White noise of a standard deviation in units of the 8-bit scale, each channel for itself. */
  public static Image noisy(Image image, double deviation) {
    Random random = new Random(11);
    return mapped(image, value -> value + deviation * random.nextGaussian());
  }

  /** Less light: samples times a factor below 1. */
  public static Image darkened(Image image, double factor) {
    return mapped(image, value -> factor * value);
  }

  /** More light than the sensor takes: samples times a factor above 1, cut off at white. */
  public static Image overexposed(Image image, double factor) {
    return mapped(image, value -> factor * value);
  }

  /** Fewer pixels: both sides divided. */
  public static Image shrunk(Image image, double divisor) {
    BufferedImage source = ImageEncoder.buffered(image);
    while (divisor >= 2) {
      source = scaled(source, 0.5);
      divisor /= 2;
    }
    return Rasters.image(divisor > 1 ? scaled(source, 1 / divisor) : source);
  }

  private static BufferedImage scaled(BufferedImage source, double factor) {
    int width = Math.max(1, (int) Math.round(source.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(source.getHeight() * factor));
    BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = target.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(source, 0, 0, width, height, null);
    graphics.dispose();
    return target;
  }

  /** Written and read as JPEG of a quality, 0..1. */
  public static Image compressed(Image image, double quality) {
    try {
      return DECODER.decode(ImageEncoder.jpeg(image, (float) quality));
    } catch (ImageException e) {
      throw new IllegalStateException("a JPEG that was just written is refused", e);
    }
  }

  private static Image mapped(Image image, DoubleUnaryOperator map) {
    byte[] rgb = new byte[3 * image.width() * image.height()];
    int at = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int pixel = image.rgb(x, y);
        for (int shift = 16; shift >= 0; shift -= 8) {
          double value = map.applyAsDouble(pixel >> shift & 0xff);
          rgb[at++] = (byte) Math.round(Math.clamp(value, 0, 255));
        }
      }
    }
    return Image.of(image.width(), image.height(), rgb);
  }
}
