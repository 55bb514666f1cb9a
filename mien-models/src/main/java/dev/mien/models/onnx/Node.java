package dev.mien.models.onnx;

import java.util.List;
import java.util.Objects;

/**
 * One operation of a graph with one output.
 *
 * @param operator an operator of the default ONNX domain
 * @param name for people who read the graph
 * @param inputs names of values
 * @param output name of the value that it makes
 * @param attributes its constants
 */
public record Node(
    String operator, String name, List<String> inputs, String output, List<Attribute> attributes) {
  public Node {
    Objects.requireNonNull(operator, "operator is null");
    Objects.requireNonNull(name, "name is null");
    inputs = List.copyOf(inputs);
    Objects.requireNonNull(output, "output is null");
    attributes = List.copyOf(attributes);
  }
}
