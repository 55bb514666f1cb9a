package dev.mien.models.onnx;

import java.util.Objects;

/**
 * A tensor that flows through a graph.
 *
 * @param name unique in the graph
 * @param type of its elements
 * @param shape as far as it is known at conversion
 */
public record Value(String name, ElementType type, Shape shape) {
  public Value {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(type, "type is null");
    Objects.requireNonNull(shape, "shape is null");
  }
}
