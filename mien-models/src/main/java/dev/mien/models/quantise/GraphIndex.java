package dev.mien.models.quantise;

import dev.mien.models.onnx.Attribute;
import dev.mien.models.onnx.Initializer;
import dev.mien.models.onnx.Model;
import dev.mien.models.onnx.Node;
import dev.mien.models.onnx.Value;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the parts of a network by the names of values. Immutable. */
final class GraphIndex {
  private final Map<String, Node> producers = new HashMap<>();
  private final Map<String, List<Node>> consumers = new HashMap<>();
  private final Map<String, Initializer> constants = new HashMap<>();
  private final Set<String> outputs = new HashSet<>();

  GraphIndex(Model model) {
    model.initializers().forEach(constant -> constants.put(constant.value().name(), constant));
    model.outputs().stream().map(Value::name).forEach(outputs::add);
    for (Node node : model.nodes()) {
      producers.put(node.output(), node);
      for (String input : activations(node)) {
        consumers.computeIfAbsent(input, _ -> new ArrayList<>()).add(node);
      }
    }
  }

  /** The inputs of a node that are computed: no constants, no omitted ones. */
  List<String> activations(Node node) {
    return node.inputs().stream()
        .filter(input -> !input.isEmpty() && !constants.containsKey(input))
        .toList();
  }

  /** What makes a value; nothing for inputs of the graph. */
  Optional<Node> producer(String value) {
    return Optional.ofNullable(producers.get(value));
  }

  List<Node> consumers(String value) {
    return consumers.getOrDefault(value, List.of());
  }

  boolean isOutput(String value) {
    return outputs.contains(value);
  }

  /** An input of a node that is a constant of the graph. */
  Optional<Initializer> constant(Node node, int input) {
    return node.inputs().size() <= input
        ? Optional.empty()
        : Optional.ofNullable(constants.get(node.inputs().get(input)));
  }

  /** The only element of a constant input. */
  Optional<Float> scalar(Node node, int input) {
    return constant(node, input)
        .map(GraphIndex::floats)
        .filter(values -> values.remaining() == 1)
        .map(values -> values.get(0));
  }

  /** Whether an input is not given. */
  static boolean lacks(Node node, int input) {
    return node.inputs().size() <= input || node.inputs().get(input).isEmpty();
  }

  /** An integer attribute, or what stands for it when it is absent. */
  static long integer(Node node, String name, long otherwise) {
    for (Attribute attribute : node.attributes()) {
      if (attribute instanceof Attribute.Int found && found.name().equals(name)) {
        return found.value();
      }
    }
    return otherwise;
  }

  /** Likewise for a number. */
  static float real(Node node, String name, float otherwise) {
    for (Attribute attribute : node.attributes()) {
      if (attribute instanceof Attribute.Real found && found.name().equals(name)) {
        return found.value();
      }
    }
    return otherwise;
  }

  /** Likewise for a word. */
  static String text(Node node, String name, String otherwise) {
    for (Attribute attribute : node.attributes()) {
      if (attribute instanceof Attribute.Text found && found.name().equals(name)) {
        return found.value();
      }
    }
    return otherwise;
  }

  /** The elements of a constant of floats. */
  static FloatBuffer floats(Initializer constant) {
    return constant.data().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }
}
