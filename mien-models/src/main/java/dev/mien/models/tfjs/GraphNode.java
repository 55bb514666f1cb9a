package dev.mien.models.tfjs;

import java.util.List;
import java.util.Objects;

/**
 * One operation of a TensorFlow graph.
 *
 * @param name unique in its graph
 * @param operator its TensorFlow name
 * @param inputs the nodes whose (first) outputs it takes
 * @param attributes its constants
 */
public record GraphNode(
    String name, String operator, List<String> inputs, NodeAttributes attributes) {
  public GraphNode {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(operator, "operator is null");
    inputs = List.copyOf(inputs);
    Objects.requireNonNull(attributes, "attributes is null");
  }
}
