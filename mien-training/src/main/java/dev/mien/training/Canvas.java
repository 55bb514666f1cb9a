package dev.mien.training;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Image;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A picture that can be drawn on. Not thread-safe. */
final class Canvas {

  /** How much a drawn surface varies from row to row, of 255. */
  private static final double TEXTURE = 6;

  private final int width;
  private final int height;
  private final byte[] pixels;

  Canvas(Image image) {
    this.width = image.width();
    this.height = image.height();
    this.pixels = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = image.rgb(x, y);
        int at = 3 * (y * width + x);
        pixels[at] = (byte) (rgb >> 16);
        pixels[at + 1] = (byte) (rgb >> 8);
        pixels[at + 2] = (byte) rgb;
      }
    }
  }

  Image image() {
    return Image.of(width, height, pixels);
  }

  /**
   * Fills a polygon with a colour that keeps some of the light and shade under it.
   *
   * @param opacity of the fill, 0..1
   */
  void fill(List<Point> corners, int rgb, double opacity, Random random) {
    double top = corners.stream().mapToDouble(Point::y).min().orElseThrow();
    double bottom = corners.stream().mapToDouble(Point::y).max().orElseThrow();
    for (int y = (int) Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
      double[] crossings = crossings(corners, y + 0.5);
      double shade = random.nextGaussian() * TEXTURE;
      for (int i = 0; i + 1 < crossings.length; i += 2) {
        int from = (int) Math.max(0, Math.ceil(crossings[i] - 0.5));
        int to = (int) Math.min(width - 1, Math.floor(crossings[i + 1] - 0.5));
        for (int x = from; x <= to; x++) {
          blend(3 * (y * width + x), rgb, opacity, shade);
        }
      }
    }
  }

  private void blend(int at, int rgb, double opacity, double shade) {
    for (int channel = 0; channel < 3; channel++) {
      double colour = (rgb >> (16 - 8 * channel) & 0xff) + shade;
      double value = opacity * colour + (1 - opacity) * (pixels[at + channel] & 0xff);
      pixels[at + channel] = (byte) Math.clamp(Math.round(value), 0, 255);
    }
  }

  private static double[] crossings(List<Point> corners, double y) {
    double[] found = new double[corners.size()];
    int count = 0;
    for (int i = 0; i < corners.size(); i++) {
      Point from = corners.get(i);
      Point to = corners.get((i + 1) % corners.size());
      if (from.y() <= y != to.y() <= y) {
        found[count++] = from.x() + (y - from.y()) / (to.y() - from.y()) * (to.x() - from.x());
      }
    }
    double[] sorted = Arrays.copyOf(found, count);
    Arrays.sort(sorted);
    return sorted;
  }
}
