package dev.mien.models.convert;

import dev.mien.models.onnx.Value;
import dev.mien.models.tensor.FloatTensor;

/** Arithmetic on elements, with TensorFlow's broadcasting across layouts. */
final class ElementwiseOperators {
  private ElementwiseOperators() {}

  /** A handler for an operator that ONNX has too. */
  static OperatorHandler unary(String onnxOperator) {
    return operation -> {
      Operand.Computed operand = operation.computed(0);
      return operand.with(operation.target().neural().unary(onnxOperator, operand.value()));
    };
  }

  /** A handler for an operator that ONNX has too. */
  static OperatorHandler binary(String onnxOperator) {
    return operation -> binary(onnxOperator, operation);
  }

  static Operand identity(Operation operation) {
    return operation.operand(0);
  }

  static Operand square(Operation operation) {
    Operand.Computed operand = operation.computed(0);
    Value value = operand.value();
    return operand.with(operation.target().neural().binary("Mul", value, value));
  }

  static Operand reciprocalSquareRoot(Operation operation) {
    Operand.Computed operand = operation.computed(0);
    Value root = operation.target().neural().unary("Sqrt", operand.value());
    return operand.with(operation.target().neural().unary("Reciprocal", root));
  }

  /** What {@link ClipFusion} makes of a minimum and a maximum. */
  static Operand clip(Operation operation) {
    Operand.Computed operand = operation.computed(0);
    float minimum = operation.floats(1).values()[0];
    float maximum = operation.floats(2).values()[0];
    return operand.with(operation.target().neural().clip(operand.value(), minimum, maximum));
  }

  private static Operand binary(String onnxOperator, Operation operation) {
    boolean asImages =
        operation.operands().stream().anyMatch(ElementwiseOperators::isImage)
            && operation.operands().stream().allMatch(ElementwiseOperators::fitsImages);
    Value left = laidOut(operation, 0, asImages);
    Value right = laidOut(operation, 1, asImages);
    Value result = operation.target().neural().binary(onnxOperator, left, right);
    return new Operand.Computed(result, asImages ? Layout.CHANNELS_FIRST : Layout.PLAIN);
  }

  private static boolean isImage(Operand operand) {
    return switch (operand) {
      case Operand.Constant _ -> false;
      case Operand.Computed(_, Layout layout) -> layout == Layout.CHANNELS_FIRST;
    };
  }

  /**
   * Whether an operand can be laid out beside an image. A computed one of lower rank cannot: axes
   * would have to grow before its own. Then both go back to TensorFlow's order, where ONNX
   * broadcasts by the same rule.
   */
  private static boolean fitsImages(Operand operand) {
    return switch (operand) {
      case Operand.Constant(var tensor) -> tensor.rank() <= Layout.IMAGE_RANK;
      case Operand.Computed(Value value, _) -> value.shape().rank() == Layout.IMAGE_RANK;
    };
  }

  private static Value laidOut(Operation operation, int index, boolean asImage) {
    Target target = operation.target();
    if (!asImage) {
      return target.plain(operation.computed(index));
    }
    return switch (operation.operand(index)) {
      case Operand.Constant(FloatTensor floats) when floats.rank() > 0 -> {
        FloatTensor image = floats.withRank(Layout.IMAGE_RANK);
        yield target.graph().constant(image.transpose(Layout.permutationToChannelsFirst()));
      }
      case Operand.Constant _ -> operation.computed(index).value();
      case Operand.Computed computed -> target.image(computed);
    };
  }
}
