package dev.mien.models.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The shape of a tensor in a graph.
 *
 * @param dimensions the axes, outermost first; none for a scalar
 */
public record Shape(List<Dimension> dimensions) {
  public Shape {
    dimensions = List.copyOf(dimensions);
  }

  /** A shape of fixed sizes. */
  public static Shape of(long... sizes) {
    List<Dimension> dimensions = new ArrayList<>();
    for (long size : sizes) {
      dimensions.add(Dimension.of(size));
    }
    return new Shape(dimensions);
  }

  /** A batch of items of fixed sizes. */
  public static Shape batchOf(long... itemSizes) {
    List<Dimension> dimensions = new ArrayList<>(of(itemSizes).dimensions);
    dimensions.addFirst(Dimension.BATCH);
    return new Shape(dimensions);
  }

  public int rank() {
    return dimensions.size();
  }

  public Dimension dimension(int axis) {
    return dimensions.get(axis);
  }

  /** The size of an axis if it is known at conversion. */
  public OptionalLong knownSize(int axis) {
    return dimensions.get(axis) instanceof Dimension.Fixed fixed
        ? OptionalLong.of(fixed.size())
        : OptionalLong.empty();
  }

  /**
   * The size of an axis.
   *
   * @throws IllegalStateException if it is not known at conversion
   */
  public long size(int axis) {
    return knownSize(axis)
        .orElseThrow(
            () -> new IllegalStateException("axis " + axis + " of " + this + " has no fixed size"));
  }

  /** The product of the sizes from an axis on, if all of them are known. */
  public OptionalLong knownElementsFrom(int firstAxis) {
    long elements = 1;
    for (int axis = firstAxis; axis < rank(); axis++) {
      OptionalLong size = knownSize(axis);
      if (size.isEmpty()) {
        return OptionalLong.empty();
      }
      elements = Math.multiplyExact(elements, size.getAsLong());
    }
    return OptionalLong.of(elements);
  }

  public Shape with(int axis, Dimension dimension) {
    List<Dimension> changed = new ArrayList<>(dimensions);
    changed.set(axis, dimension);
    return new Shape(changed);
  }

  /** Axis i of the result is axis {@code axes[i]} of this shape. */
  public Shape permute(int... axes) {
    List<Dimension> permuted = new ArrayList<>();
    for (int axis : axes) {
      permuted.add(dimensions.get(axis));
    }
    return new Shape(permuted);
  }

  /**
   * The shape of an element-wise operation over tensors of both shapes, by the rules of NumPy.
   *
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public Shape broadcastWith(Shape other) {
    int rank = Math.max(rank(), other.rank());
    List<Dimension> joined = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      joined.add(broadcast(fromRight(rank - axis), other.fromRight(rank - axis), other));
    }
    return new Shape(joined);
  }

  private Dimension fromRight(int distance) {
    return distance > rank() ? Dimension.of(1) : dimensions.get(rank() - distance);
  }

  private Dimension broadcast(Dimension left, Dimension right, Shape other) {
    if (left.equals(right) || right.equals(Dimension.of(1))) {
      return left;
    }
    if (left.equals(Dimension.of(1))) {
      return right;
    }
    if (left instanceof Dimension.Fixed && right instanceof Dimension.Fixed) {
      throw new IllegalArgumentException("shapes " + this + " and " + other + " do not broadcast");
    }
    // A named or unknown size against a fixed one: at run time they must be equal, so the fixed one
    // is the truth.
    return left instanceof Dimension.Fixed ? left : right;
  }

  /** For messages: {@code [N, 3, 112, 112]}. */
  @Override
  public String toString() {
    List<String> names = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      names.add(
          switch (dimension) {
            case Dimension.Fixed fixed -> Long.toString(fixed.size());
            case Dimension.Named named -> named.name();
            case Dimension.Unknown _ -> "?";
          });
    }
    return names.toString();
  }
}
