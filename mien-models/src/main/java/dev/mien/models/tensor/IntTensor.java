package dev.mien.models.tensor;

import java.util.List;

/**
 * A constant of 32-bit integers: shapes, axes, paddings. Immutable as long as nobody writes into
 * {@link #values()}.
 */
public final class IntTensor implements Tensor {
  private final List<Integer> shape;
  private final int[] values;

  /**
   * Wraps the values without a copy.
   *
   * @throws IllegalArgumentException if the shape does not hold exactly the values
   */
  public IntTensor(List<Integer> shape, int[] values) {
    this.shape = List.copyOf(shape);
    this.values = values;
    if (Tensor.elementCount(shape) != values.length) {
      throw new IllegalArgumentException(values.length + " values do not fill shape " + shape);
    }
  }

  @Override
  public List<Integer> shape() {
    return shape;
  }

  /** The elements, row-major; not a copy. */
  public int[] values() {
    return values;
  }
}
