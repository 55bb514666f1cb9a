package dev.mien.vision.image;

import dev.mien.vision.geometry.Box;
import org.jspecify.annotations.Nullable;

/**
 * An 8-bit sRGB picture as it is displayed (orientation applied, no alpha). Immutable and
 * thread-safe; it takes three bytes a pixel.
 */
public final class Image {

  private final int width;
  private final int height;
  private final byte[] pixels;
  private @Nullable Image half;

  private Image(int width, int height, byte[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /**
   * A picture from its samples.
   *
   * @param rgb row-major red, green, blue; copied
   */
  public static Image of(int width, int height, byte[] rgb) {
    return adopt(width, height, rgb.clone());
  }

  /** Like {@link #of}, but keeps the array: the caller must never write to it again. */
  static Image adopt(int width, int height, byte[] rgb) {
    if (width < 1
        || height < 1
        || rgb.length != Math.multiplyExact(3, Math.multiplyExact(width, height))) {
      throw new IllegalArgumentException(
          width + " x " + height + " pixels in " + rgb.length + " bytes");
    }
    return new Image(width, height, rgb);
  }

  /** Pixels in a row. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** The pixel at column x and row y as 0xRRGGBB. */
  public int rgb(int x, int y) {
    int at = 3 * (y * width + x);
    return (pixels[at] & 0xff) << 16 | (pixels[at + 1] & 0xff) << 8 | (pixels[at + 2] & 0xff);
  }

  /** This, or halved as often as it takes for its longer side to have at most so many pixels. */
  public Image atMost(int side) {
    Image image = this;
    while (Math.max(image.width, image.height) > Math.max(side, 1)) {
      image = image.halved();
    }
    return image;
  }

  /**
   * The part of the picture within a box, cut to whole pixels and to the picture itself.
   *
   * @throws IllegalArgumentException when the box lies outside of the picture
   */
  public Image cropped(Box box) {
    int left = Math.clamp((long) Math.floor(box.x()), 0, width);
    int top = Math.clamp((long) Math.floor(box.y()), 0, height);
    int right = Math.clamp((long) Math.ceil(box.right()), left, width);
    int bottom = Math.clamp((long) Math.ceil(box.bottom()), top, height);
    int row = 3 * (right - left);
    byte[] part = new byte[row * (bottom - top)];
    for (int y = top; y < bottom; y++) {
      System.arraycopy(pixels, 3 * (y * width + left), part, row * (y - top), row);
    }
    return adopt(right - left, bottom - top, part);
  }

  /**
   * The picture at half the size, each pixel the mean of four (the last row or column counts twice
   * where the size is odd). Made on first use and kept: all halvings together take a third of the
   * picture's own memory.
   */
  synchronized Image halved() {
    Image made = half;
    if (made == null) {
      made = Halving.halve(this);
      half = made;
    }
    return made;
  }

  /** The samples themselves, for this package's loops only; never written to. */
  byte[] pixels() {
    return pixels;
  }
}
