package dev.mien.models.convert;

import dev.mien.models.onnx.GraphBuilder;
import dev.mien.models.onnx.NeuralOperators;
import dev.mien.models.onnx.ShapeOperators;
import dev.mien.models.onnx.Value;

/**
 * The ONNX graph in the making.
 *
 * @param graph the parts so far
 * @param neural adds layers
 * @param shapes adds movements of elements
 */
record Target(GraphBuilder graph, NeuralOperators neural, ShapeOperators shapes) {
  static Target of(GraphBuilder graph) {
    return new Target(graph, new NeuralOperators(graph), new ShapeOperators(graph));
  }

  /** The value with its axes as in the TensorFlow graph. */
  Value plain(Operand.Computed operand) {
    return switch (operand.layout()) {
      case PLAIN -> operand.value();
      case CHANNELS_FIRST -> shapes.transpose(operand.value(), Layout.permutationToPlain());
    };
  }

  /** The image with its axes as ONNX wants them. */
  Value image(Operand.Computed operand) {
    return switch (operand.layout()) {
      case PLAIN -> shapes.transpose(operand.value(), Layout.permutationToChannelsFirst());
      case CHANNELS_FIRST -> operand.value();
    };
  }
}
