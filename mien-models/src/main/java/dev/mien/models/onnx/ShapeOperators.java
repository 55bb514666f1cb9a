package dev.mien.models.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Adds nodes that move or gather elements: transposing, reshaping, joining, cutting, reducing. Not
 * thread-safe.
 */
public final class ShapeOperators {
  /** In the target of a reshape: keep the size of this axis. */
  private static final long KEEP = 0;

  /** In the target of a reshape: what is left over. */
  private static final long REST = -1;

  private final GraphBuilder graph;

  public ShapeOperators(GraphBuilder graph) {
    this.graph = graph;
  }

  /** Axis i of the result is axis {@code axes[i]} of the operand. */
  public Value transpose(Value operand, int... axes) {
    long[] permutation = IntStream.of(axes).asLongStream().toArray();
    return graph.node(
        "Transpose",
        List.of(operand),
        operand.shape().permute(axes),
        Attribute.list("perm", permutation));
  }

  /**
   * The items of a batch under another shape: the first axis stays what it is.
   *
   * @param itemSizes fixed sizes, of which at most one is -1 for the rest
   */
  public Value reshapeItems(Value operand, long... itemSizes) {
    long[] target = new long[itemSizes.length + 1];
    target[0] = KEEP;
    System.arraycopy(itemSizes, 0, target, 1, itemSizes.length);
    List<Dimension> dimensions = new ArrayList<>();
    dimensions.add(operand.shape().dimension(0));
    dimensions.addAll(resolve(itemSizes, operand.shape().knownElementsFrom(1)));
    return graph.node("Reshape", List.of(operand, graph.vector(target)), new Shape(dimensions));
  }

  /**
   * All elements under another shape, the first axis included; at most one size is -1 for the rest.
   */
  public Value reshape(Value operand, long... sizes) {
    Shape shape = new Shape(resolve(sizes, operand.shape().knownElementsFrom(0)));
    return graph.node("Reshape", List.of(operand, graph.vector(sizes)), shape);
  }

  private static List<Dimension> resolve(long[] sizes, OptionalLong elements) {
    long known = LongStream.of(sizes).filter(size -> size != REST).reduce(1, Math::multiplyExact);
    List<Dimension> dimensions = new ArrayList<>();
    for (long size : sizes) {
      if (size != REST) {
        dimensions.add(Dimension.of(size));
      } else if (elements.isPresent()) {
        dimensions.add(Dimension.of(elements.getAsLong() / known));
      } else {
        dimensions.add(Dimension.UNKNOWN);
      }
    }
    return dimensions;
  }

  /** The last axis split in two; the sizes of the other axes stay, known or not. */
  public Value splitLastAxis(Value operand, long outer, long inner) {
    int last = operand.shape().rank() - 1;
    long[] target = new long[last + 2];
    Arrays.fill(target, KEEP);
    target[last] = outer;
    target[last + 1] = inner;
    List<Dimension> dimensions = new ArrayList<>(operand.shape().dimensions().subList(0, last));
    dimensions.add(Dimension.of(outer));
    dimensions.add(Dimension.of(inner));
    return graph.node("Reshape", List.of(operand, graph.vector(target)), new Shape(dimensions));
  }

  /** Drops axes of size one. */
  public Value squeeze(Value operand, int... axes) {
    Set<Integer> dropped = IntStream.of(axes).boxed().collect(Collectors.toSet());
    return graph.node(
        "Squeeze",
        List.of(operand, graph.vector(IntStream.of(axes).asLongStream().toArray())),
        without(operand.shape(), dropped));
  }

  /** Joins tensors along an axis. */
  public Value concat(List<Value> operands, int axis) {
    Shape first = operands.getFirst().shape();
    Dimension joined = Dimension.UNKNOWN;
    if (operands.stream().allMatch(operand -> operand.shape().knownSize(axis).isPresent())) {
      joined = Dimension.of(operands.stream().mapToLong(o -> o.shape().size(axis)).sum());
    }
    return graph.node("Concat", operands, first.with(axis, joined), Attribute.of("axis", axis));
  }

  /** Zeros around a tensor: for each axis so many before and behind. */
  public Value pad(Value operand, long[] before, long[] behind) {
    Shape shape = operand.shape();
    long[] amounts = new long[2 * shape.rank()];
    for (int axis = 0; axis < operand.shape().rank(); axis++) {
      amounts[axis] = before[axis];
      amounts[axis + shape.rank()] = behind[axis];
      long added = before[axis] + behind[axis];
      if (added != 0) {
        OptionalLong size = shape.knownSize(axis);
        shape =
            shape.with(
                axis,
                size.isPresent() ? Dimension.of(size.getAsLong() + added) : Dimension.UNKNOWN);
      }
    }
    return graph.node("Pad", List.of(operand, graph.vector(amounts)), shape);
  }

  /** The elements from {@code start} (inclusive) to {@code end} (exclusive) of one axis. */
  public Value slice(Value operand, int axis, long start, long end) {
    return graph.node(
        "Slice",
        List.of(operand, graph.vector(start), graph.vector(end), graph.vector(axis)),
        operand.shape().with(axis, Dimension.of(end - start)));
  }

  /** Reduces axes to one element, which stays as an axis of size one or goes. */
  public Value reduce(Reduction reduction, Value operand, boolean keepAxes, int... axes) {
    Shape shape = operand.shape();
    for (int axis : axes) {
      shape = shape.with(axis, Dimension.of(1));
    }
    if (!keepAxes) {
      shape = without(shape, IntStream.of(axes).boxed().collect(Collectors.toSet()));
    }
    long[] reduced = IntStream.of(axes).asLongStream().toArray();
    Attribute keep = Attribute.of("keepdims", keepAxes ? 1 : 0);
    // Operator set 13 made the axes an operand of the sum; the others follow only in 18.
    return switch (reduction) {
      case SUM ->
          graph.node(reduction.operator(), List.of(operand, graph.vector(reduced)), shape, keep);
      case MEAN, MAXIMUM ->
          graph.node(
              reduction.operator(), List.of(operand), shape, Attribute.list("axes", reduced), keep);
    };
  }

  private static Shape without(Shape shape, Set<Integer> axes) {
    return new Shape(
        IntStream.range(0, shape.rank())
            .filter(axis -> !axes.contains(axis))
            .mapToObj(shape::dimension)
            .toList());
  }
}
