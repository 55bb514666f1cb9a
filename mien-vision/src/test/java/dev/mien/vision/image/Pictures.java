package dev.mien.vision.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * Small pictures for tests: four quadrants in known colours, larger than the least side, not
 * square.
 *
 * <pre>
 * red   green
 * blue  yellow
 * </pre>
 */
final class Pictures {

  static final int WIDTH = 96;
  static final int HEIGHT = 80;

  static final int TOP_LEFT = 0xd02020;
  static final int TOP_RIGHT = 0x20c030;
  static final int BOTTOM_LEFT = 0x2030e0;
  static final int BOTTOM_RIGHT = 0xe0d020;

  private Pictures() {}

  static BufferedImage quadrants(int type) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
    paint(image);
    return image;
  }

  static void paint(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    int halfWidth = image.getWidth() / 2;
    int halfHeight = image.getHeight() / 2;
    fill(graphics, TOP_LEFT, 0, 0, halfWidth, halfHeight);
    fill(graphics, TOP_RIGHT, halfWidth, 0, halfWidth, halfHeight);
    fill(graphics, BOTTOM_LEFT, 0, halfHeight, halfWidth, halfHeight);
    fill(graphics, BOTTOM_RIGHT, halfWidth, halfHeight, halfWidth, halfHeight);
    graphics.dispose();
  }

  private static void fill(Graphics2D graphics, int rgb, int x, int y, int width, int height) {
    graphics.setColor(new Color(rgb));
    graphics.fillRect(x, y, width, height);
  }

  static byte[] encode(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, bytes)) {
      throw new IOException("no writer for this picture as " + format);
    }
    return bytes.toByteArray();
  }
}
