package dev.mien.models.onnx;

/**
 * A sliding window along one axis, in elements.
 *
 * @param kernel taps, 1 or more
 * @param stride steps between positions, 1 or more
 * @param dilation distance of neighbouring taps, 1 or more
 */
public record WindowAxis(int kernel, int stride, int dilation) {
  public WindowAxis {
    if (kernel < 1 || stride < 1 || dilation < 1) {
      throw new IllegalArgumentException(
          "kernel %d, stride %d, dilation %d".formatted(kernel, stride, dilation));
    }
  }

  /**
   * What the window does to an axis.
   *
   * @param before zeros in front
   * @param after zeros behind
   * @param positions the size of the result
   */
  public record Extent(long before, long after, long positions) {}

  /** The elements from the first to the last tap. */
  public long span() {
    return (kernel - 1L) * dilation + 1;
  }

  /** TensorFlow's SAME: ceil(size / stride) positions, the larger half of the zeros behind. */
  public Extent same(long size) {
    long positions = Math.ceilDiv(size, stride);
    long zeros = Math.max(0, (positions - 1) * stride + span() - size);
    return new Extent(zeros / 2, zeros - zeros / 2, positions);
  }

  /**
   * The given amount of zeros on both sides (none for TensorFlow's VALID).
   *
   * @throws IllegalArgumentException if the window does not fit
   */
  public Extent padded(long size, long before, long after) {
    long room = size + before + after - span();
    if (room < 0) {
      throw new IllegalArgumentException(
          "a window of %d does not fit into %d".formatted(span(), size + before + after));
    }
    return new Extent(before, after, room / stride + 1);
  }
}
