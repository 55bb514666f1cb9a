package dev.mien.models.convert;

import dev.mien.models.onnx.Value;
import dev.mien.models.tensor.FloatTensor;
import dev.mien.models.tensor.IntTensor;
import dev.mien.models.tfjs.GraphNode;
import dev.mien.models.tfjs.NodeAttributes;
import java.util.List;

/**
 * One node about to be converted, with what its inputs have become.
 *
 * @param node of the TensorFlow graph
 * @param operands in the order of the node's inputs
 * @param target the ONNX graph in the making
 */
record Operation(GraphNode node, List<Operand> operands, Target target) {
  Operation {
    operands = List.copyOf(operands);
  }

  NodeAttributes attributes() {
    return node.attributes();
  }

  Operand operand(int index) {
    if (index >= operands.size()) {
      throw failure("has only " + operands.size() + " inputs");
    }
    return operands.get(index);
  }

  /** An input as a value of the graph; a constant of floats becomes one. */
  Operand.Computed computed(int index) {
    return switch (operand(index)) {
      case Operand.Computed computed -> computed;
      case Operand.Constant(FloatTensor floats) ->
          Operand.Computed.plain(target.graph().constant(floats));
      case Operand.Constant(IntTensor _) ->
          throw failure("computes with integers (input " + index + "), which is not covered");
    };
  }

  /** An input as an image in NCHW. */
  Value image(int index) {
    Operand.Computed computed = computed(index);
    if (computed.value().shape().rank() != Layout.IMAGE_RANK) {
      throw failure("needs an image, but input " + index + " is " + computed.value().shape());
    }
    return target.image(computed);
  }

  /** An input that must be a constant of floats. */
  FloatTensor floats(int index) {
    if (operand(index) instanceof Operand.Constant(FloatTensor floats)) {
      return floats;
    }
    throw failure("needs constant floats as input " + index);
  }

  /** An input that must be a constant of integers. */
  int[] integers(int index) {
    if (operand(index) instanceof Operand.Constant(IntTensor integers)) {
      return integers.values();
    }
    throw failure("needs constant integers as input " + index);
  }

  /** An exception that names the node and its operator. */
  ConversionException failure(String message) {
    return new ConversionException(
        "operator %s (node '%s') %s".formatted(node.operator(), node.name(), message));
  }
}
