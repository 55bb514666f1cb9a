package dev.mien.vision.model;

import java.util.List;

/**
 * The picture a net takes: one item of shape [1, 3, height, width], each sample (value - mean) /
 * divisor with the value in 0..255.
 *
 * @param width in pixels
 * @param height in pixels
 * @param colourOrder of the planes
 * @param mean of each plane, in the order of the planes
 * @param divisor of each plane, in the order of the planes; not 0
 */
public record InputSpec(
    int width, int height, ColourOrder colourOrder, List<Double> mean, List<Double> divisor) {

  /** Larger inputs are a mistake in the manifest, not a net of this pipeline. */
  private static final int MAX_SIDE = 2048;

  public InputSpec {
    mean = List.copyOf(mean);
    divisor = List.copyOf(divisor);
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
      throw new IllegalArgumentException("an input of " + width + " x " + height + " pixels");
    }
    if (mean.size() != 3 || divisor.size() != 3 || divisor.contains(0.0)) {
      throw new IllegalArgumentException("mean and divisor must have three numbers, no divisor 0");
    }
  }

  /** The same for pictures of another size. */
  public InputSpec resized(int newWidth, int newHeight) {
    return new InputSpec(newWidth, newHeight, colourOrder, mean, divisor);
  }
}
