package dev.mien.models.convert;

import static java.util.Map.entry;

import dev.mien.models.onnx.Reduction;
import java.util.Map;

/** The TensorFlow operators that the converter covers. A new one is a line here and a handler. */
final class OperatorTable {
  private static final Map<String, OperatorHandler> HANDLERS =
      Map.ofEntries(
          entry("Conv2D", ConvolutionOperators::convolution),
          entry("_FusedConv2D", ConvolutionOperators::convolution),
          entry("DepthwiseConv2dNative", ConvolutionOperators::depthwise),
          entry("FusedDepthwiseConv2dNative", ConvolutionOperators::depthwise),
          entry("MaxPool", ConvolutionOperators::maxPool),
          entry("AvgPool", ConvolutionOperators::averagePool),
          entry("MatMul", MatrixOperators::matMul),
          entry("_FusedMatMul", MatrixOperators::matMul),
          entry("BiasAdd", ElementwiseOperators.binary("Add")),
          entry("Add", ElementwiseOperators.binary("Add")),
          entry("AddV2", ElementwiseOperators.binary("Add")),
          entry("Sub", ElementwiseOperators.binary("Sub")),
          entry("Mul", ElementwiseOperators.binary("Mul")),
          entry("RealDiv", ElementwiseOperators.binary("Div")),
          entry("Minimum", ElementwiseOperators.binary("Min")),
          entry("Maximum", ElementwiseOperators.binary("Max")),
          entry("Abs", ElementwiseOperators.unary("Abs")),
          entry("Neg", ElementwiseOperators.unary("Neg")),
          entry("Exp", ElementwiseOperators.unary("Exp")),
          entry("Sqrt", ElementwiseOperators.unary("Sqrt")),
          entry("Square", ElementwiseOperators::square),
          entry("Rsqrt", ElementwiseOperators::reciprocalSquareRoot),
          entry("Relu", ElementwiseOperators.unary("Relu")),
          entry("Elu", ElementwiseOperators.unary("Elu")),
          entry("Tanh", ElementwiseOperators.unary("Tanh")),
          entry("Sigmoid", ElementwiseOperators.unary("Sigmoid")),
          entry("Relu6", Activations::relu6),
          entry("LeakyRelu", Activations::leakyRelu),
          entry("Prelu", Activations::prelu),
          entry("Softmax", Activations::softmax),
          entry(ClipFusion.OPERATOR, ElementwiseOperators::clip),
          entry("Identity", ElementwiseOperators::identity),
          entry("Reshape", ShapeChangingOperators::reshape),
          entry("Squeeze", ShapeChangingOperators::squeeze),
          entry("ConcatV2", ShapeChangingOperators::concat),
          entry("Pad", ShapeChangingOperators::pad),
          entry("PadV2", ShapeChangingOperators::pad),
          entry("Mean", ShapeChangingOperators.reduction(Reduction.MEAN)),
          entry("Sum", ShapeChangingOperators.reduction(Reduction.SUM)),
          entry("Max", ShapeChangingOperators.reduction(Reduction.MAXIMUM)));

  private OperatorTable() {}

  /**
   * Converts a node by its operator's handler.
   *
   * @throws ConversionException if there is none
   */
  static Operand convert(Operation operation) {
    OperatorHandler handler = HANDLERS.get(operation.node().operator());
    if (handler == null) {
      throw operation.failure("is not covered by the converter");
    }
    return handler.convert(operation);
  }
}
