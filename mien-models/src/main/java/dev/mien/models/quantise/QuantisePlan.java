package dev.mien.models.quantise;

import dev.mien.models.onnx.ElementType;
import dev.mien.models.onnx.Initializer;
import dev.mien.models.onnx.Model;
import dev.mien.models.onnx.Node;
import dev.mien.models.onnx.Shape;
import dev.mien.models.onnx.Value;
import dev.mien.models.quantise.QuantiseOptions.InFloat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides which nodes of a network are computed in bytes, and so which values need a range.
 *
 * <p>Convolutions and full connections are, unless they are to stay in floats or their weights are
 * no constants; what comes after one of them is as well if there are bytes for it: additions, means
 * and maxima under windows, zeros around, rectifiers. Everything else stays in floats.
 */
final class QuantisePlan {
  private static final Set<String> WEIGHTED = Set.of("Conv", "Gemm");

  /** Those that the runtime computes in one with a rectifier behind them. */
  private static final Set<String> RECTIFIABLE = Set.of("Conv", "Gemm", "Add", "AveragePool");

  private final Model model;
  private final GraphIndex index;
  private final QuantiseOptions options;
  private final Set<Node> inBytes = new LinkedHashSet<>();
  private final Set<String> rectified = new HashSet<>();
  private final Set<String> values = new LinkedHashSet<>();
  private final Map<String, String> rangeOf = new HashMap<>();

  QuantisePlan(Model model, GraphIndex index, QuantiseOptions options) {
    this.model = model;
    this.index = index;
    this.options = options;
    Set<Node> kept = kept();
    for (Node node : model.nodes()) {
      if (!kept.contains(node) && isForBytes(node)) {
        add(node);
      }
    }
  }

  /** Whether a node is computed in bytes. */
  boolean isInBytes(Node node) {
    return inBytes.contains(node);
  }

  /** Whether a value is rounded to bytes. */
  boolean isRounded(String value) {
    return values.contains(value) && !rectified.contains(value);
  }

  /** The value whose range a rounded value has: itself, or what it was taken from. */
  String rangeOf(String value) {
    String source = rangeOf.get(value);
    return source == null ? value : rangeOf(source);
  }

  /** The values of which ranges must be known. */
  Set<String> observed() {
    Set<String> observed = new LinkedHashSet<>();
    values.stream().filter(this::isRounded).map(this::rangeOf).forEach(observed::add);
    return observed;
  }

  /** How many nodes of each operator stay in floats. */
  Map<String, Long> leftInFloat() {
    Map<String, Long> left = new TreeMap<>();
    for (Node node : model.nodes()) {
      if (!inBytes.contains(node)) {
        left.merge(node.operator(), 1L, Long::sum);
      }
    }
    return left;
  }

  /** Whether a node only moves bytes, whatever they stand for. */
  static boolean moves(Node node) {
    return node.operator().equals("MaxPool") || node.operator().equals("Pad");
  }

  /** Whether a node has weights, as its second input. */
  static boolean hasWeights(Node node) {
    return WEIGHTED.contains(node.operator());
  }

  private void add(Node node) {
    inBytes.add(node);
    String first = node.inputs().getFirst();
    if (isRectifier(node) && isOnlyRectified(first)) {
      rectified.add(first);
    }
    if (moves(node)) {
      rangeOf.put(node.output(), first);
    }
    values.addAll(index.activations(node));
    values.add(node.output());
  }

  private boolean isForBytes(Node node) {
    List<String> activations = index.activations(node);
    return switch (node.operator()) {
      case "Conv" -> hasConstantWeights(node);
      case "Gemm" ->
          hasConstantWeights(node)
              && GraphIndex.integer(node, "transA", 0) == 0
              && GraphIndex.real(node, "alpha", 1) == 1
              && GraphIndex.real(node, "beta", 1) == 1;
      // What a layer in floats makes only if it is rounded anyway: the runtime would take a layer
      // between two roundings for one in bytes.
      case "Add" -> activations.size() == 2 && values.containsAll(activations);
      case "AveragePool", "MaxPool", "Relu" -> isByteValue(node.inputs().getFirst());
      case "Clip" ->
          isByteValue(node.inputs().getFirst())
              && isOnlyRectified(node.inputs().getFirst())
              && index.scalar(node, 1).filter(least -> least == 0).isPresent()
              && index.scalar(node, 2).filter(largest -> largest > 0).isPresent();
      case "Pad" ->
          isByteValue(node.inputs().getFirst())
              && index.constant(node, 1).isPresent()
              && GraphIndex.text(node, "mode", "constant").equals("constant")
              && (GraphIndex.lacks(node, 2)
                  || index.scalar(node, 2).filter(v -> v == 0).isPresent());
      default -> false;
    };
  }

  private boolean hasConstantWeights(Node node) {
    Optional<Shape> weights =
        index
            .constant(node, 1)
            .map(Initializer::value)
            .filter(value -> value.type() == ElementType.FLOAT)
            .map(Value::shape);
    return weights.isPresent()
        && index.activations(node).size() == 1
        && (GraphIndex.lacks(node, 2)
            || hasElements(node, 2, weights.get().size(outputAxis(node))));
  }

  /** A bias may also be one number for all channels, which is left to floats. */
  private boolean hasElements(Node node, int input, long count) {
    return index
        .constant(node, input)
        .map(constant -> constant.value().shape().knownElementsFrom(0).orElse(0))
        .filter(elements -> elements == count)
        .isPresent();
  }

  /** The axis of a node's weights along which its output channels lie. */
  static int outputAxis(Node node) {
    return node.operator().equals("Gemm") && GraphIndex.integer(node, "transB", 0) == 0 ? 1 : 0;
  }

  private boolean isByteValue(String value) {
    return index.producer(value).filter(inBytes::contains).isPresent();
  }

  private static boolean isRectifier(Node node) {
    return node.operator().equals("Relu") || node.operator().equals("Clip");
  }

  /**
   * Whether nothing but the one node behind it sees a value that can be computed with it in one.
   */
  private boolean isOnlyRectified(String value) {
    return index.consumers(value).size() == 1
        && !index.isOutput(value)
        && index.producer(value).filter(n -> RECTIFIABLE.contains(n.operator())).isPresent();
  }

  private Set<Node> kept() {
    Set<Node> kept = new HashSet<>();
    Set<String> behindWeights = new HashSet<>();
    for (Node node : model.nodes()) {
      boolean behind = node.inputs().stream().anyMatch(behindWeights::contains);
      boolean weighted = hasWeights(node);
      if (weighted && !behind && options.inFloat().contains(InFloat.FIRST)) {
        kept.add(node);
      }
      if (behind || weighted) {
        behindWeights.add(node.output());
      }
    }
    Set<String> beforeWeights = new HashSet<>();
    for (Node node : model.nodes().reversed()) {
      boolean before = beforeWeights.contains(node.output());
      boolean weighted = hasWeights(node);
      if (weighted && !before && options.inFloat().contains(InFloat.LAST)) {
        kept.add(node);
      }
      if (before || weighted) {
        beforeWeights.addAll(node.inputs());
      }
    }
    return kept;
  }
}
