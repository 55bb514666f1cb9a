package dev.mien.models.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A constant of 32-bit floats. Immutable as long as nobody writes into {@link #values()}. */
public final class FloatTensor implements Tensor {
  private final List<Integer> shape;
  private final float[] values;

  /**
   * Wraps the values without a copy.
   *
   * @throws IllegalArgumentException if the shape does not hold exactly the values
   */
  public FloatTensor(List<Integer> shape, float[] values) {
    this.shape = List.copyOf(shape);
    this.values = values;
    if (Tensor.elementCount(shape) != values.length) {
      throw new IllegalArgumentException(values.length + " values do not fill shape " + shape);
    }
  }

  /** A vector. */
  public static FloatTensor vector(float... values) {
    return new FloatTensor(List.of(values.length), values.clone());
  }

  @Override
  public List<Integer> shape() {
    return shape;
  }

  /** The elements, row-major; not a copy. */
  public float[] values() {
    return values;
  }

  /** The same elements in the same order under another shape. */
  public FloatTensor reshape(Integer... newShape) {
    return reshape(List.of(newShape));
  }

  /** The same elements in the same order under another shape. */
  public FloatTensor reshape(List<Integer> newShape) {
    return new FloatTensor(newShape, values);
  }

  /**
   * The same elements with axes of size one put in front, or as many taken away there as can be.
   */
  public FloatTensor withRank(int rank) {
    List<Integer> changed = new ArrayList<>(shape);
    while (changed.size() > rank && changed.getFirst() == 1) {
      changed.removeFirst();
    }
    changed.addAll(0, Collections.nCopies(Math.max(0, rank - changed.size()), 1));
    return reshape(changed);
  }

  /**
   * Reorders the axes: axis i of the result is axis {@code axes[i]} of this tensor.
   *
   * @throws IllegalArgumentException if the axes are not a permutation of this tensor's axes
   */
  public FloatTensor transpose(int... axes) {
    int[] sorted = axes.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      if (sorted.length != rank() || sorted[i] != i) {
        throw new IllegalArgumentException(
            Arrays.toString(axes) + " is no permutation of the axes of " + shape);
      }
    }
    int[] strides = strides();
    List<Integer> newShape = new ArrayList<>();
    int[] newStrides = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      newShape.add(shape.get(axes[i]));
      newStrides[i] = strides[axes[i]];
    }
    float[] result = new float[values.length];
    int[] position = new int[axes.length];
    int source = 0;
    for (int target = 0; target < result.length; target++) {
      result[target] = values[source];
      for (int axis = axes.length - 1; axis >= 0; axis--) {
        source += newStrides[axis];
        if (++position[axis] < newShape.get(axis)) {
          break;
        }
        source -= position[axis] * newStrides[axis];
        position[axis] = 0;
      }
    }
    return new FloatTensor(newShape, result);
  }

  /**
   * Multiplies the i-th slice along the first axis by {@code factors[i]}; folds a scale layer into
   * the output channels of a convolution's weights (OIHW).
   */
  public FloatTensor scaleFirstAxis(double[] factors) {
    if (rank() == 0 || shape.getFirst() != factors.length) {
      throw new IllegalArgumentException(factors.length + " factors for shape " + shape);
    }
    int slice = values.length / factors.length;
    float[] result = new float[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) (values[i] * factors[i / slice]);
    }
    return new FloatTensor(shape, result);
  }

  private int[] strides() {
    int[] strides = new int[rank()];
    int stride = 1;
    for (int axis = rank() - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape.get(axis);
    }
    return strides;
  }
}
