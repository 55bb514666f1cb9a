package dev.mien.models.convert;

import dev.mien.models.onnx.Padding;
import dev.mien.models.onnx.Value;
import dev.mien.models.onnx.Window;
import dev.mien.models.onnx.WindowAxis;
import dev.mien.models.tensor.FloatTensor;
import java.util.List;

/** Convolutions, pools, and what may be fused to a convolution. */
final class ConvolutionOperators {
  private static final int BIAS_INPUT = 2;

  private ConvolutionOperators() {}

  /** Conv2D and _FusedConv2D: the filter is HWIO there, OIHW here. */
  static Operand convolution(Operation operation) {
    FloatTensor weights = filter(operation).transpose(3, 2, 0, 1);
    Value image = operation.image(0);
    long groups = image.shape().size(1) / weights.shape().get(1);
    return fused(operation, image, weights, Math.toIntExact(groups));
  }

  /** DepthwiseConv2dNative and its fused form: the filter is HWCM there, [C * M, 1, H, W] here. */
  static Operand depthwise(Operation operation) {
    FloatTensor filter = filter(operation);
    int channels = filter.shape().get(2);
    FloatTensor weights =
        filter
            .transpose(2, 3, 0, 1)
            .reshape(
                channels * filter.shape().get(3), 1, filter.shape().get(0), filter.shape().get(1));
    return fused(operation, operation.image(0), weights, channels);
  }

  static Operand maxPool(Operation operation) {
    Value image = operation.image(0);
    return Operand.Computed.image(operation.target().neural().maxPool(image, pool(operation)));
  }

  static Operand averagePool(Operation operation) {
    Value image = operation.image(0);
    return Operand.Computed.image(operation.target().neural().averagePool(image, pool(operation)));
  }

  private static FloatTensor filter(Operation operation) {
    FloatTensor filter = operation.floats(1);
    if (filter.rank() != Layout.IMAGE_RANK) {
      throw operation.failure("has a filter of shape " + filter.shape());
    }
    return filter;
  }

  private static Operand fused(Operation operation, Value image, FloatTensor weights, int groups) {
    Window window = window(operation, weights.shape().get(2), weights.shape().get(3));
    List<String> fused = operation.attributes().texts("fused_ops");
    boolean hasBias = !fused.isEmpty() && fused.getFirst().equals("BiasAdd");
    List<FloatTensor> bias = hasBias ? List.of(operation.floats(BIAS_INPUT)) : List.of();
    Value result = operation.target().neural().convolution(image, weights, bias, window, groups);
    List<String> activations = hasBias ? fused.subList(1, fused.size()) : fused;
    return Activations.fused(
        operation, Operand.Computed.image(result), activations, BIAS_INPUT + bias.size());
  }

  private static Window pool(Operation operation) {
    List<Integer> kernel = fourOf(operation, "ksize");
    return window(operation, kernel.get(1), kernel.get(2));
  }

  private static Window window(Operation operation, int kernelHeight, int kernelWidth) {
    if (!operation.attributes().text("data_format", "NHWC").equals("NHWC")) {
      throw operation.failure("is not NHWC, which is not covered");
    }
    List<Integer> strides = fourOf(operation, "strides");
    List<Integer> dilations = fourOf(operation, "dilations");
    return new Window(
        new WindowAxis(kernelHeight, strides.get(1), dilations.get(1)),
        new WindowAxis(kernelWidth, strides.get(2), dilations.get(2)),
        padding(operation));
  }

  private static Padding padding(Operation operation) {
    String padding = operation.attributes().text("padding", "");
    return switch (padding) {
      case "SAME" -> Padding.SAME;
      case "VALID" -> Padding.VALID;
      case "EXPLICIT" -> {
        // before and after of N, H, W and C
        List<Integer> amounts = operation.attributes().integers("explicit_paddings");
        if (amounts.size() != 2 * Layout.IMAGE_RANK) {
          throw operation.failure("has the explicit paddings " + amounts);
        }
        yield new Padding.Explicit(amounts.get(2), amounts.get(4), amounts.get(3), amounts.get(5));
      }
      default -> throw operation.failure("has the unknown padding '" + padding + "'");
    };
  }

  /** A list over N, H, W and C; all ones where it may be left out. */
  private static List<Integer> fourOf(Operation operation, String attribute) {
    List<Integer> list = operation.attributes().integers(attribute);
    if (list.isEmpty() && attribute.equals("dilations")) {
      return List.of(1, 1, 1, 1);
    }
    if (list.size() != Layout.IMAGE_RANK || list.get(0) != 1 || list.get(3) != 1) {
      throw operation.failure("has " + attribute + " " + list + ", which is not covered");
    }
    return list;
  }
}
