package dev.mien.vision.image;

import static java.util.Objects.requireNonNull;

import dev.mien.vision.geometry.Box;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An 8-bit sRGB picture as it is displayed (orientation applied, no alpha). Immutable and
 * thread-safe; it takes three bytes a pixel, a large photo only when it is looked at closely.
 */
public final class Image {

  private final int width;
  private final int height;

  /** Null as long as nobody asked for them and the source is there. */
  private volatile byte @Nullable [] pixels;

  private @Nullable Supplier<byte[]> source;
  private @Nullable Image half;

  private Image(int width, int height, byte @Nullable [] pixels) {
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
    return new Image(width, height, checked(width, height, rgb));
  }

  /**
   * A picture of which only the half is made yet: many a large photo is never looked at closer.
   *
   * @param half the picture at half the size, sides rounded up
   * @param source gives the samples when they are first needed; called at most once
   */
  static Image deferred(int width, int height, Image half, Supplier<byte[]> source) {
    if (half.width != (width + 1) / 2 || half.height != (height + 1) / 2) {
      throw new IllegalArgumentException(
          "%d x %d is not half of %d x %d".formatted(half.width, half.height, width, height));
    }
    Image image = new Image(width, height, null);
    image.half = half;
    image.source = source;
    return image;
  }

  private static byte[] checked(int width, int height, byte[] rgb) {
    if (width < 1
        || height < 1
        || rgb.length != Math.multiplyExact(3, Math.multiplyExact(width, height))) {
      throw new IllegalArgumentException(
          width + " x " + height + " pixels in " + rgb.length + " bytes");
    }
    return rgb;
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
    byte[] samples = pixels();
    int at = 3 * (y * width + x);
    return (samples[at] & 0xff) << 16 | (samples[at + 1] & 0xff) << 8 | (samples[at + 2] & 0xff);
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
      System.arraycopy(pixels(), 3 * (y * width + left), part, row * (y - top), row);
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
    byte[] made = pixels;
    return made == null ? makePixels() : made;
  }

  private synchronized byte[] makePixels() {
    byte[] made = pixels;
    if (made == null) {
      made = checked(width, height, requireNonNull(source, "neither samples nor a source").get());
      pixels = made;
      source = null;
    }
    return made;
  }
}
