package dev.mien.models.tensor;

import java.util.List;

/** A dense constant in row-major order. A shape of no axes is a scalar. */
public sealed interface Tensor permits FloatTensor, IntTensor {
  /** An upper bound on the elements of one tensor: 1 GiB of floats, far above any face network. */
  int MAX_ELEMENTS = 1 << 28;

  List<Integer> shape();

  default int rank() {
    return shape().size();
  }

  /**
   * The number of elements of a tensor of this shape.
   *
   * @throws IllegalArgumentException if an axis is negative or the product exceeds {@link
   *     #MAX_ELEMENTS}
   */
  static int elementCount(List<Integer> shape) {
    long count = 1;
    for (int size : shape) {
      if (size < 0) {
        throw new IllegalArgumentException("negative axis in shape " + shape);
      }
      count *= size;
      if (count > MAX_ELEMENTS) {
        throw new IllegalArgumentException(
            "shape " + shape + " has more than " + MAX_ELEMENTS + " elements");
      }
    }
    return (int) count;
  }
}
