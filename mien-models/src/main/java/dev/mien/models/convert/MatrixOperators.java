package dev.mien.models.convert;

import dev.mien.models.onnx.Value;
import dev.mien.models.tensor.FloatTensor;
import java.util.List;

/** Rows times a constant matrix. */
final class MatrixOperators {
  private static final int BIAS_INPUT = 2;

  private MatrixOperators() {}

  /** MatMul and _FusedMatMul. */
  static Operand matMul(Operation operation) {
    if (operation.attributes().flag("transpose_a", false)) {
      throw operation.failure("transposes its left side, which is not covered");
    }
    Value rows = operation.target().plain(operation.computed(0));
    FloatTensor weights = operation.floats(1);
    if (rows.shape().rank() != 2 || weights.rank() != 2) {
      throw operation.failure("multiplies " + rows.shape() + " by " + weights.shape());
    }
    if (operation.attributes().flag("transpose_b", false)) {
      weights = weights.transpose(1, 0);
    }
    List<String> fused = operation.attributes().texts("fused_ops");
    boolean hasBias = !fused.isEmpty() && fused.getFirst().equals("BiasAdd");
    List<FloatTensor> bias = hasBias ? List.of(operation.floats(BIAS_INPUT)) : List.of();
    Value result = operation.target().neural().fullyConnected(rows, weights, bias);
    List<String> activations = hasBias ? fused.subList(1, fused.size()) : fused;
    return Activations.fused(
        operation, Operand.Computed.plain(result), activations, BIAS_INPUT + bias.size());
  }
}
