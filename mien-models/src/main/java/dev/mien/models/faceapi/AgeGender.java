package dev.mien.models.faceapi;

import dev.mien.models.onnx.Padding;
import dev.mien.models.onnx.Value;
import dev.mien.models.onnx.Window;

/** A small Xception with two heads: age, and gender as probabilities of male and female. */
final class AgeGender {
  private static final int SIDE = 112;
  private static final int LAST_SIDE = 7;
  private static final int MAIN_BLOCKS = 2;

  private AgeGender() {}

  static void build(FaceApiLayers layers) {
    Value image = layers.normalisedFace(SIDE);
    Value x = layers.relu(layers.convolution(image, "entry_flow/conv_in", 2, Padding.SAME));
    x = reduction(layers, x, x, "entry_flow/reduction_block_0");
    x = reduction(layers, x, layers.relu(x), "entry_flow/reduction_block_1");
    for (int block = 0; block < MAIN_BLOCKS; block++) {
      x = main(layers, x, "middle_flow/main_block_" + block);
    }
    x = reduction(layers, x, layers.relu(x), "exit_flow/reduction_block");
    x = layers.relu(layers.separable(x, "exit_flow/separable_conv", 1, Padding.SAME));
    Value features = layers.pooledRows(x, LAST_SIDE);
    Value age = layers.fullyConnected(features, "fc/age");
    Value gender = layers.neural().softmax(layers.fullyConnected(features, "fc/gender"), 1);
    layers.output("features", features);
    layers.output("age", age);
    layers.output("gender", gender);
  }

  /**
   * Halves the image.
   *
   * @param shortcut goes around the block
   * @param input goes through it
   */
  private static Value reduction(FaceApiLayers layers, Value shortcut, Value input, String prefix) {
    Value x = layers.separable(input, prefix + "/separable_conv0", 1, Padding.SAME);
    x = layers.separable(layers.relu(x), prefix + "/separable_conv1", 1, Padding.SAME);
    x = layers.neural().maxPool(x, Window.square(3, 2, Padding.SAME));
    return layers.add(x, layers.convolution(shortcut, prefix + "/expansion_conv", 2, Padding.SAME));
  }

  private static Value main(FaceApiLayers layers, Value input, String prefix) {
    Value x = input;
    for (int i = 0; i < 3; i++) {
      x = layers.separable(layers.relu(x), prefix + "/separable_conv" + i, 1, Padding.SAME);
    }
    return layers.add(x, input);
  }
}
