package dev.mien.models.onnx;

import java.util.List;
import java.util.Objects;

/**
 * A complete network.
 *
 * @param name of its graph
 * @param description where it comes from, for people who open the file
 * @param inputs what a caller gives
 * @param outputs what a caller gets
 * @param nodes in an order in which each comes after those that it needs
 * @param initializers the constants
 */
public record Model(
    String name,
    String description,
    List<Value> inputs,
    List<Value> outputs,
    List<Node> nodes,
    List<Initializer> initializers) {
  public Model {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(description, "description is null");
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    nodes = List.copyOf(nodes);
    initializers = List.copyOf(initializers);
  }
}
