package dev.mien.models.convert;

import dev.mien.models.onnx.Dimension;
import dev.mien.models.onnx.Reduction;
import dev.mien.models.onnx.Shape;
import dev.mien.models.onnx.ShapeOperators;
import dev.mien.models.onnx.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Operators that move, join, pad or reduce elements. */
final class ShapeChangingOperators {
  private ShapeChangingOperators() {}

  /**
   * Reshape. A graph exported for one image writes 1 for the batch, others write -1: where the
   * sizes behind it hold exactly one item, both mean "the batch as it is".
   */
  static Operand reshape(Operation operation) {
    Operand.Computed operand = operation.computed(0);
    long[] sizes = IntStream.of(operation.integers(1)).asLongStream().toArray();
    ShapeOperators shapes = operation.target().shapes();
    Value value = rowMajor(operation.target(), operand);
    if (keepsBatch(value.shape(), sizes)) {
      return Operand.Computed.plain(
          shapes.reshapeItems(value, LongStream.of(sizes).skip(1).toArray()));
    }
    return Operand.Computed.plain(shapes.reshape(value, sizes));
  }

  /**
   * The value, or one with the same elements in TensorFlow's order. Where all but one of height,
   * width and channels are one, the orders are the same and nothing has to move.
   */
  private static Value rowMajor(Target target, Operand.Computed operand) {
    Shape shape = operand.value().shape();
    if (operand.layout() == Layout.CHANNELS_FIRST) {
      boolean onePixel = isOne(shape, 2) && isOne(shape, 3);
      if (onePixel || isOne(shape, 1)) {
        return operand.value();
      }
    }
    return target.plain(operand);
  }

  private static boolean isOne(Shape shape, int axis) {
    return shape.dimension(axis).equals(Dimension.of(1));
  }

  private static boolean keepsBatch(Shape shape, long[] sizes) {
    if (sizes.length == 0 || shape.rank() == 0 || (sizes[0] != 1 && sizes[0] != -1)) {
      return false;
    }
    OptionalLong item = shape.knownElementsFrom(1);
    boolean open = LongStream.of(sizes).skip(1).anyMatch(size -> size == -1);
    if (open) {
      return sizes[0] == 1 && shape.dimension(0).equals(Dimension.BATCH);
    }
    long product = LongStream.of(sizes).skip(1).reduce(1, Math::multiplyExact);
    return item.isPresent() && item.getAsLong() == product;
  }

  static Operand squeeze(Operation operation) {
    Operand.Computed operand = operation.computed(0);
    int rank = operand.value().shape().rank();
    int[] axes =
        operation.attributes().integers("squeeze_dims").stream()
            .mapToInt(axis -> Math.floorMod(axis, rank))
            .toArray();
    if (axes.length == 0) {
      throw operation.failure("does not say which axes, which is not covered");
    }
    return reordered(operation.target(), operand, axes, operation.target().shapes()::squeeze);
  }

  static OperatorHandler reduction(Reduction reduction) {
    return operation -> {
      Operand.Computed operand = operation.computed(0);
      int rank = operand.value().shape().rank();
      int[] axes =
          IntStream.of(operation.integers(1)).map(axis -> Math.floorMod(axis, rank)).toArray();
      ShapeOperators shapes = operation.target().shapes();
      if (operation.attributes().flag("keep_dims", false)) {
        int[] laidOut = operand.layout().axes(axes);
        return operand.with(shapes.reduce(reduction, operand.value(), true, laidOut));
      }
      return reordered(
          operation.target(),
          operand,
          axes,
          (value, dropped) -> shapes.reduce(reduction, value, false, dropped));
    };
  }

  private interface AxisDropper {
    Value drop(Value value, int... axes);
  }

  /**
   * Drops axes: of a channels-first image directly where the rest keeps TensorFlow's order, else
   * behind a transpose.
   */
  private static Operand reordered(
      Target target, Operand.Computed operand, int[] plainAxes, AxisDropper dropper) {
    List<Integer> dropped = IntStream.of(plainAxes).boxed().toList();
    boolean orderStays = dropped.contains(3) || (dropped.contains(1) && dropped.contains(2));
    if (operand.layout() == Layout.CHANNELS_FIRST && orderStays) {
      return Operand.Computed.plain(
          dropper.drop(operand.value(), operand.layout().axes(plainAxes)));
    }
    return Operand.Computed.plain(dropper.drop(target.plain(operand), plainAxes));
  }

  static Operand concat(Operation operation) {
    int count = operation.operands().size() - 1;
    int[] axis = operation.integers(count);
    List<Operand.Computed> parts = IntStream.range(0, count).mapToObj(operation::computed).toList();
    boolean images = parts.stream().anyMatch(part -> part.layout() == Layout.CHANNELS_FIRST);
    List<Value> values = new ArrayList<>();
    for (Operand.Computed part : parts) {
      values.add(images ? operation.target().image(part) : part.value());
    }
    Layout layout = images ? Layout.CHANNELS_FIRST : Layout.PLAIN;
    int plainAxis = Math.floorMod(axis[0], values.getFirst().shape().rank());
    Value joined = operation.target().shapes().concat(values, layout.axis(plainAxis));
    return new Operand.Computed(joined, layout);
  }

  /** Pad and PadV2 with zeros: the amounts are pairs (before, after), one for each axis. */
  static Operand pad(Operation operation) {
    if (operation.operands().size() > 2 && operation.floats(2).values()[0] != 0) {
      throw operation.failure("pads with something else than zero, which is not covered");
    }
    Operand.Computed operand = operation.computed(0);
    int[] pairs = operation.integers(1);
    int rank = operand.value().shape().rank();
    if (pairs.length != 2 * rank) {
      throw operation.failure("has " + pairs.length + " amounts for " + rank + " axes");
    }
    long[] before = new long[rank];
    long[] behind = new long[rank];
    for (int axis = 0; axis < rank; axis++) {
      before[operand.layout().axis(axis)] = pairs[2 * axis];
      behind[operand.layout().axis(axis)] = pairs[2 * axis + 1];
    }
    return operand.with(operation.target().shapes().pad(operand.value(), before, behind));
  }
}
