package dev.mien.vision.image;

import dev.mien.vision.geometry.Similarity;

/**
 * A small float picture cut out of an image: three planes (red, green, blue) of width x height
 * samples in 0..255. Mutable and not thread-safe; a buffer that can be filled again and again.
 */
public final class Patch {

  private final int width;
  private final int height;
  private final float[] planes;

  /** A black patch. */
  public Patch(int width, int height) {
    this.width = width;
    this.height = height;
    this.planes = new float[Math.multiplyExact(3, Math.multiplyExact(width, height))];
  }

  /** Samples in a row. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** The samples, plane by plane; the patch's own array. */
  public float[] planes() {
    return planes;
  }

  /** Fills the patch from an image, as {@link Sampling} takes samples. */
  public void fill(Image image, Similarity toImage) {
    Sampling.take(
        image,
        toImage,
        width,
        height,
        (channel, row, samples) ->
            System.arraycopy(samples, 0, planes, (channel * height + row) * width, width));
  }

  /** Swaps left and right in place. */
  public void mirror() {
    for (int start = 0; start < planes.length; start += width) {
      for (int left = start, right = start + width - 1; left < right; left++, right--) {
        float kept = planes[left];
        planes[left] = planes[right];
        planes[right] = kept;
      }
    }
  }
}
