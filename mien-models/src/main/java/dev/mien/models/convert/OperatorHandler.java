package dev.mien.models.convert;

/** Converts the nodes of one TensorFlow operator. Stateless. */
@FunctionalInterface
interface OperatorHandler {
  /**
   * Adds to the ONNX graph what the node does.
   *
   * @throws ConversionException if the node uses a form of its operator that is not covered
   */
  Operand convert(Operation operation);
}
