package dev.mien.models.convert;

import java.util.List;
import java.util.Objects;

/**
 * What a converted network answers with.
 *
 * @param name in the ONNX file
 * @param node of the TensorFlow graph that makes it
 * @param itemShape the shape of one item of the batch in the ONNX file; the elements keep
 *     TensorFlow's order
 */
public record GraphOutput(String name, String node, List<Long> itemShape) {
  public GraphOutput {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(node, "node is null");
    itemShape = List.copyOf(itemShape);
  }
}
