package dev.mien.models.convert;

import dev.mien.models.onnx.NeuralOperators;
import dev.mien.models.onnx.Value;
import dev.mien.models.tensor.FloatTensor;
import java.util.List;

/** Activation functions, as operators of their own and fused behind another operator. */
final class Activations {
  private static final float RELU6_MAXIMUM = 6;

  /** TensorFlow's default slope of a LeakyRelu. */
  private static final float DEFAULT_LEAKY_SLOPE = 0.2f;

  /** Axes of an image without its batch. */
  private static final int IMAGE_AXES = 3;

  private Activations() {}

  /**
   * Applies what is fused to an operator behind its bias.
   *
   * @param names the rest of {@code fused_ops}
   * @param firstExtraInput the input that holds the first activation's constants
   */
  static Operand fused(
      Operation operation, Operand.Computed result, List<String> names, int firstExtraInput) {
    Operand.Computed activated = result;
    for (String name : names) {
      Value value = activated.value();
      activated =
          switch (name) {
            case "Relu", "Sigmoid", "Elu", "Tanh" ->
                activated.with(operation.target().neural().unary(name, value));
            case "Relu6" ->
                activated.with(operation.target().neural().clip(value, 0, RELU6_MAXIMUM));
            case "LeakyRelu" ->
                leaky(
                    operation,
                    activated,
                    operation.attributes().real("leakyrelu_alpha", DEFAULT_LEAKY_SLOPE));
            case "Prelu" -> prelu(operation, activated, operation.floats(firstExtraInput));
            default -> throw operation.failure("is fused with " + name + ", which is not covered");
          };
    }
    return activated;
  }

  static Operand relu6(Operation operation) {
    Operand.Computed operand = operation.computed(0);
    return operand.with(operation.target().neural().clip(operand.value(), 0, RELU6_MAXIMUM));
  }

  static Operand leakyRelu(Operation operation) {
    return leaky(
        operation,
        operation.computed(0),
        operation.attributes().real("alpha", DEFAULT_LEAKY_SLOPE));
  }

  static Operand prelu(Operation operation) {
    return prelu(operation, operation.computed(0), operation.floats(1));
  }

  /** Softmax over the last axis of the TensorFlow graph. */
  static Operand softmax(Operation operation) {
    Operand.Computed operand = operation.computed(0);
    int axis = operand.layout().axis(operand.value().shape().rank() - 1);
    return operand.with(operation.target().neural().softmax(operand.value(), axis));
  }

  private static Operand.Computed leaky(
      Operation operation, Operand.Computed operand, float slope) {
    return operand.with(operation.target().neural().leakyRelu(operand.value(), slope));
  }

  private static Operand.Computed prelu(
      Operation operation, Operand.Computed operand, FloatTensor slope) {
    NeuralOperators neural = operation.target().neural();
    if (operand.layout() == Layout.PLAIN) {
      return operand.with(neural.prelu(operand.value(), slope));
    }
    FloatTensor laidOut = slope.withRank(IMAGE_AXES).transpose(2, 0, 1);
    boolean oneForEachChannel =
        laidOut.values().length == operand.value().shape().size(1)
            && laidOut.shape().getFirst() == laidOut.values().length;
    return operand.with(
        oneForEachChannel
            ? neural.channelwisePrelu(operand.value(), laidOut)
            : neural.prelu(operand.value(), laidOut));
  }
}
