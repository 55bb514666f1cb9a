package dev.mien.models.faceapi;

import dev.mien.models.onnx.Padding;
import dev.mien.models.onnx.Reduction;
import dev.mien.models.onnx.Value;
import dev.mien.models.onnx.Window;
import dev.mien.models.tensor.FloatTensor;
import java.util.List;

/**
 * dlib's residual network for face recognition. Its scale layers are folded into the convolutions
 * before them.
 */
final class FaceRecognition {
  private static final int SIDE = 150;

  private FaceRecognition() {}

  static void build(FaceApiLayers layers) {
    Value image = layers.normalisedFace(SIDE);
    Value x = layers.relu(scaled(layers, image, "conv32_down", 2, Padding.VALID));
    x = layers.neural().maxPool(x, Window.square(3, 2, Padding.VALID));
    x = residuals(layers, x, "conv32_1", "conv32_2", "conv32_3");
    x = down(layers, x, "conv64_down");
    x = residuals(layers, x, "conv64_1", "conv64_2", "conv64_3");
    x = down(layers, x, "conv128_down");
    x = residuals(layers, x, "conv128_1", "conv128_2");
    x = down(layers, x, "conv256_down");
    x = residuals(layers, x, "conv256_1", "conv256_2");
    x = down(layers, x, "conv256_down_out");
    Value means = layers.shapes().reduce(Reduction.MEAN, x, false, 2, 3);
    Value descriptor = layers.neural().fullyConnected(means, layers.tensor("fc"), List.of());
    layers.output("descriptor", descriptor);
  }

  private static Value residuals(FaceApiLayers layers, Value input, String... names) {
    Value x = input;
    for (String name : names) {
      Value inner = layers.relu(scaled(layers, x, name + "/conv1", 1, Padding.SAME));
      Value outer = scaled(layers, inner, name + "/conv2", 1, Padding.SAME);
      x = layers.relu(layers.add(outer, x));
    }
    return x;
  }

  /**
   * A block that halves the image. The shortcut is pooled and grows its missing channels as zeros;
   * a convolution whose result is one row and column smaller than the shortcut grows these as zeros
   * at the bottom and the right.
   */
  private static Value down(FaceApiLayers layers, Value input, String name) {
    Value inner = layers.relu(scaled(layers, input, name + "/conv1", 2, Padding.VALID));
    Value outer = scaled(layers, inner, name + "/conv2", 1, Padding.SAME);
    Value pooled = layers.neural().averagePool(input, Window.square(2, 2, Padding.VALID));
    Value shortcut = grown(layers, pooled, outer);
    return layers.relu(layers.add(shortcut, grown(layers, outer, shortcut)));
  }

  /** The value with zeros behind each axis until no axis is shorter than the other value's. */
  private static Value grown(FaceApiLayers layers, Value value, Value other) {
    long[] missing = new long[value.shape().rank()];
    boolean any = false;
    for (int axis = 1; axis < missing.length; axis++) {
      missing[axis] = Math.max(0, other.shape().size(axis) - value.shape().size(axis));
      any |= missing[axis] > 0;
    }
    return any ? layers.shapes().pad(value, new long[missing.length], missing) : value;
  }

  /** A convolution followed by a scale and a shift of each channel. */
  private static Value scaled(
      FaceApiLayers layers, Value image, String prefix, int stride, Padding padding) {
    layers.graph().scope(prefix);
    FloatTensor filters = layers.tensor(prefix + "/conv/filters").transpose(3, 2, 0, 1);
    float[] bias = layers.tensor(prefix + "/conv/bias").values();
    float[] scale = layers.tensor(prefix + "/scale/weights").values();
    float[] shift = layers.tensor(prefix + "/scale/biases").values();
    double[] factors = new double[scale.length];
    float[] folded = new float[scale.length];
    for (int i = 0; i < scale.length; i++) {
      factors[i] = scale[i];
      folded[i] = (float) ((double) bias[i] * scale[i] + shift[i]);
    }
    Window window = Window.square(filters.shape().get(2), stride, padding);
    return layers
        .neural()
        .convolution(
            image, filters.scaleFirstAxis(factors), List.of(FloatTensor.vector(folded)), window, 1);
  }
}
