package dev.mien.models.quantise;

import dev.mien.models.onnx.Attribute;
import dev.mien.models.onnx.Initializer;
import dev.mien.models.onnx.Model;
import dev.mien.models.onnx.Node;
import dev.mien.models.onnx.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a network anew as its plan says. Of a value v, "v/bytes" are its steps and "v/rounded"
 * what they stand for; an output of the network keeps its name for the latter. Not thread-safe.
 */
final class Rewriting {
  /** Where Pad has the value to pad with. */
  private static final int PADDING_INPUT = 2;

  private final Model model;
  private final GraphIndex index;
  private final QuantisePlan plan;
  private final Map<String, Range> ranges;
  private final int largestWeight;
  private final List<Node> nodes = new ArrayList<>();
  private final Constants constants = new Constants();

  Rewriting(
      Model model,
      GraphIndex index,
      QuantisePlan plan,
      Map<String, Range> ranges,
      int largestWeight) {
    this.model = model;
    this.index = index;
    this.plan = plan;
    this.ranges = ranges;
    this.largestWeight = largestWeight;
  }

  Model run() {
    for (String value : plan.observed()) {
      constants.scalar(value + "/scale", range(value).scale());
      constants.unsignedByte(value + "/zero", range(value).zeroPoint());
    }
    model.inputs().forEach(input -> round(input.name()));
    for (Node node : model.nodes()) {
      if (plan.isInBytes(node) && QuantisePlan.moves(node)) {
        move(node);
      } else {
        List<String> inputs =
            plan.isInBytes(node)
                ? operands(node)
                : node.inputs().stream().map(this::seenInFloats).toList();
        add(node, inputs, computed(node.output()));
        round(node.output());
      }
    }
    return new Model(
        model.name(),
        model.description(),
        model.inputs(),
        model.outputs(),
        withoutUnusedRounding(),
        usedConstants());
  }

  /** The range of a value, or of that which it was taken from. */
  private Range range(String value) {
    String source = plan.rangeOf(value);
    Range range = ranges.get(source);
    if (range == null) {
      throw new IllegalArgumentException("no range of " + source);
    }
    return index
        .producer(source)
        .filter(node -> node.operator().equals("Clip"))
        .flatMap(node -> index.scalar(node, 2))
        // Not one rounding error above the limit, or the runtime clips once more, in floats.
        .map(limit -> range.upTo(limit * (1 - 0x1p-20)))
        .orElse(range);
  }

  private void add(Node node, List<String> inputs, String output) {
    nodes.add(new Node(node.operator(), node.name(), inputs, output, node.attributes()));
  }

  private boolean isMadeOfBytes(String value) {
    return plan.isRounded(value) && index.producer(value).filter(plan::isInBytes).isPresent();
  }

  /** What a producer makes. */
  private String computed(String value) {
    return isMadeOfBytes(value) && index.isOutput(value) ? value + "/computed" : value;
  }

  private String rounded(String value) {
    return isMadeOfBytes(value) && index.isOutput(value) ? value : value + "/rounded";
  }

  private static String bytes(String value) {
    return value + "/bytes";
  }

  /** What nodes in floats see: a value that is in bytes anyway, or else the exact one. */
  private String seenInFloats(String value) {
    return isMadeOfBytes(value) ? rounded(value) : value;
  }

  /** Rounds a value if it is to be. */
  private void round(String value) {
    if (plan.isRounded(value)) {
      nodes.add(
          new Node(
              "QuantizeLinear",
              bytes(value),
              steps(computed(value), value),
              bytes(value),
              List.of()));
      dequantise(value);
    }
  }

  private void dequantise(String value) {
    nodes.add(
        new Node(
            "DequantizeLinear",
            rounded(value),
            steps(bytes(value), value),
            rounded(value),
            List.of()));
  }

  /** The inputs of a node that goes to or from the steps of a value. */
  private List<String> steps(String first, String value) {
    String source = plan.rangeOf(value);
    return List.of(first, source + "/scale", source + "/zero");
  }

  /** A node that moves bytes is given the bytes themselves. */
  private void move(Node node) {
    List<String> inputs = new ArrayList<>(node.inputs());
    inputs.set(0, bytes(inputs.getFirst()));
    if (node.operator().equals("Pad")) {
      inputs.subList(PADDING_INPUT, inputs.size()).clear();
      inputs.add(plan.rangeOf(node.output()) + "/zero");
    }
    add(node, inputs, bytes(node.output()));
    dequantise(node.output());
  }

  private List<String> operands(Node node) {
    List<String> operands = new ArrayList<>(node.inputs());
    operands.replaceAll(value -> plan.isRounded(value) ? rounded(value) : value);
    if (QuantisePlan.hasWeights(node)) {
      index.constant(node, 1).ifPresent(weights -> addWeights(node, weights, operands));
    }
    return operands;
  }

  private void addWeights(Node node, Initializer weights, List<String> operands) {
    int axis = QuantisePlan.outputAxis(node);
    float inputScale = range(node.inputs().getFirst()).scale();
    QuantisedWeights steps =
        QuantisedWeights.of(weights, axis, index.constant(node, 2), inputScale, largestWeight);
    // Named by the node: layers may share weights, and have biases in different steps.
    String name = node.output() + "/weights";
    constants.signedBytes(bytes(name), weights.value().shape(), steps.steps());
    constants.signedBytes(name + "/zero", steps.channels(), new byte[steps.scales().length]);
    constants.floats(name + "/scale", steps.scales());
    addConstant(name, List.of(bytes(name), name + "/scale", name + "/zero"), axis);
    operands.set(1, name);
    if (steps.bias().length > 0) {
      String bias = node.output() + "/bias";
      constants.integers(bytes(bias), steps.bias());
      constants.floats(bias + "/scale", steps.biasScales(inputScale));
      addConstant(bias, List.of(bytes(bias), bias + "/scale"), 0);
      operands.set(2, bias);
    }
  }

  private void addConstant(String name, List<String> inputs, int axis) {
    nodes.add(
        new Node("DequantizeLinear", name, inputs, name, List.of(Attribute.of("axis", axis))));
  }

  /** Who takes the bytes of a value leaves nobody for what they stand for. */
  private List<Node> withoutUnusedRounding() {
    Set<String> used = usedNames();
    return nodes.stream()
        .filter(
            node ->
                !node.operator().equals("DequantizeLinear")
                    || used.contains(node.output())
                    || index.isOutput(node.output()))
        .toList();
  }

  private List<Initializer> usedConstants() {
    Set<String> used = usedNames();
    List<Initializer> kept = new ArrayList<>(model.initializers());
    kept.addAll(constants.all());
    kept.removeIf(constant -> !used.contains(constant.value().name()));
    return kept;
  }

  private Set<String> usedNames() {
    Set<String> used = new HashSet<>();
    nodes.forEach(node -> used.addAll(node.inputs()));
    model.outputs().stream().map(Value::name).forEach(used::add);
    return used;
  }
}
