package dev.mien.models.convert;

import dev.mien.models.tfjs.GraphNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A PReLU written as arithmetic: {@code a + m * (x - |x|)}, where a is relu(x) or x itself.
 *
 * @param source the node that makes x
 * @param multiplier the constant m
 * @param activatedBefore whether a is x itself, so that x comes out of a fused Relu
 */
record WrittenOutPrelu(GraphNode source, String multiplier, boolean activatedBefore) {

  /** Recognises the sum at the end of the pattern. */
  static Optional<WrittenOutPrelu> match(GraphNode sum, Map<String, GraphNode> named) {
    if (!sum.operator().equals("Add")) {
      return Optional.empty();
    }
    GraphNode product = input(sum, 1, named);
    GraphNode difference = input(product, 0, named);
    GraphNode absolute = input(difference, 1, named);
    GraphNode source = input(difference, 0, named);
    boolean isNegativeBranch =
        product.operator().equals("Mul")
            && difference.operator().equals("Sub")
            && absolute.operator().equals("Abs")
            && absolute.inputs().equals(List.of(source.name()));
    if (!isNegativeBranch) {
      return Optional.empty();
    }
    GraphNode positive = input(sum, 0, named);
    boolean same = positive.name().equals(source.name());
    boolean rectified =
        positive.operator().equals("Relu") && positive.inputs().equals(List.of(source.name()));
    return same || rectified
        ? Optional.of(new WrittenOutPrelu(source, product.inputs().get(1), same))
        : Optional.empty();
  }

  /**
   * The node behind an input; the node itself where it has no such input, which no pattern takes
   * for something else.
   */
  private static GraphNode input(GraphNode node, int index, Map<String, GraphNode> named) {
    return index < node.inputs().size() ? named.getOrDefault(node.inputs().get(index), node) : node;
  }
}
