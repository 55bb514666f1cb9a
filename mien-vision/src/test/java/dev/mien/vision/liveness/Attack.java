package dev.mien.vision.liveness;

import dev.mien.vision.image.Image;
import dev.mien.vision.quality.Degradations;
import dev.mien.vision.quality.Rasters;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Pictures as a camera sees them on a screen or on paper: made, not photographed. */
enum Attack {
  SCREEN,
  PRINT;

  Image of(Image picture, Random random) {
    Image shown = reproduced(framed(picture, random), random);
    Image seen = Degradations.blurred(shown, 0.3 + 0.9 * random.nextDouble());
    seen = Degradations.noisy(seen, 1 + 4 * random.nextDouble());
    return Degradations.compressed(seen, 0.6 + 0.35 * random.nextDouble());
  }

  /** Sometimes with the device's frame or the paper's rim, always a little turned. */
  private Image framed(Image picture, Random random) {
    int width = picture.width();
    int height = picture.height();
    BufferedImage raster = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = raster.createGraphics();
    int gray = random.nextInt(200);
    graphics.setColor(new Color(gray, gray, Math.min(255, gray + random.nextInt(30))));
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    double scale = random.nextBoolean() ? 1.05 : 0.8 + 0.15 * random.nextDouble();
    AffineTransform place = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
    place.rotate((random.nextDouble() - 0.5) * 0.12);
    place.shear((random.nextDouble() - 0.5) * 0.06, (random.nextDouble() - 0.5) * 0.06);
    place.scale(scale, scale);
    place.translate(-width / 2.0, -height / 2.0);
    graphics.setTransform(place);
    int rim = Math.max(width, height) / 25;
    graphics.setColor(this == SCREEN ? new Color(12, 12, 14) : new Color(238, 236, 230));
    graphics.fillRect(-rim, -rim, width + 2 * rim, height + 2 * rim);
    graphics.drawImage(Rasters.raster(picture), 0, 0, null);
    if (this == SCREEN && random.nextInt(3) > 0) {
      float x = random.nextFloat() * width;
      float y = random.nextFloat() * height;
      graphics.setPaint(
          new GradientPaint(
              x,
              y,
              new Color(255, 255, 255, 30 + random.nextInt(120)),
              x + width / 3f,
              y + height / 3f,
              new Color(255, 255, 255, 0)));
      graphics.fillRect(0, 0, width, height);
    }
    graphics.dispose();
    return Rasters.image(raster);
  }

  /** The grid of the screen or the dots of the print, and the narrower range of colours. */
  private Image reproduced(Image picture, Random random) {
    double lift = (this == SCREEN ? 5 : 20) + 30 * random.nextDouble();
    double gain = (this == SCREEN ? 0.85 : 0.7) + 0.2 * random.nextDouble();
    double saturation = (this == SCREEN ? 0.7 : 0.55) + 0.4 * random.nextDouble();
    double gamma = 0.8 + 0.5 * random.nextDouble();
    double[] tint = {
      this == SCREEN ? 0.88 + 0.12 * random.nextDouble() : 1,
      1,
      this == SCREEN ? 1 + 0.15 * random.nextDouble() : 0.9 + 0.1 * random.nextDouble()
    };
    double strength = (this == SCREEN ? 0.02 : 0.03) + 0.1 * random.nextDouble();
    double period = 2.05 + (this == SCREEN ? 8 : 3) * random.nextDouble();
    double angle = random.nextDouble() * Math.PI;
    double phase = random.nextDouble() * 6;
    byte[] rgb = new byte[3 * picture.width() * picture.height()];
    int at = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int pixel = picture.rgb(x, y);
        double u = 2 * Math.PI * (x * Math.cos(angle) + y * Math.sin(angle)) / period;
        double v = 2 * Math.PI * (y * Math.cos(angle) - x * Math.sin(angle)) / period;
        double mean = ((pixel >> 16 & 0xff) + (pixel >> 8 & 0xff) + (pixel & 0xff)) / 3.0;
        for (int channel = 0; channel < 3; channel++) {
          double value = pixel >> (16 - 8 * channel) & 0xff;
          value = mean + saturation * (value - mean);
          value = 255 * Math.pow(Math.max(0, value) / 255, gamma);
          double shift = this == SCREEN ? phase + 2.1 * channel : phase;
          double grid =
              Math.cos(u + shift) + (this == PRINT ? Math.cos(v + shift) : 0.3 * Math.cos(v));
          value = (lift + gain * value * tint[channel]) * (1 + strength * grid);
          rgb[at++] = (byte) Math.clamp(Math.round(value), 0, 255);
        }
      }
    }
    return Image.of(picture.width(), picture.height(), rgb);
  }
}
