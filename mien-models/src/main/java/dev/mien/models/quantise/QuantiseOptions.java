package dev.mien.models.quantise;

import java.util.Set;

/**
 * What becomes bytes, and how.
 *
 * @param weightBits 8, or 7 for processors without VNNI: their AVX2 instructions add two products
 *     of a byte and a weight in 16 bits with saturation, which weights of at most 64 cannot reach
 * @param inFloat layers that stay as they are
 */
public record QuantiseOptions(int weightBits, Set<InFloat> inFloat) {
  public QuantiseOptions {
    if (weightBits != 7 && weightBits != 8) {
      throw new IllegalArgumentException("weights have 7 or 8 bits, not " + weightBits);
    }
    inFloat = Set.copyOf(inFloat);
  }

  /** The largest step of a weight: 127, or 64, since 2 x 255 x 64 is just below 2^15. */
  int largestWeight() {
    return weightBits == 8 ? 127 : 64;
  }

  /**
   * Layers with weights that may stay in floats. Others may not: a convolution in floats between
   * bytes gets weights of one scale for all channels from ONNX Runtime itself.
   */
  public enum InFloat {
    /** Those that no other layer with weights comes before: they see the picture. */
    FIRST,
    /** Those that no other layer with weights comes after: they answer. */
    LAST
  }
}
