package dev.mien.models.faceapi;

import dev.mien.models.onnx.Padding;
import dev.mien.models.onnx.Value;

/**
 * Chains of densely connected blocks with one fully connected layer behind them: expressions and
 * landmarks. Each layer of a block sees the sum of all layers before it.
 */
final class DenseNetworks {
  private static final int SIDE = 112;
  private static final int BLOCKS = 4;
  private static final int TINY_BLOCKS = 3;

  /** Layers of a block. */
  private static final int LAYERS = 4;

  private static final int TINY_LAYERS = 3;

  private DenseNetworks() {}

  /** Probabilities of neutral, happy, sad, angry, fearful, disgusted and surprised. */
  static void expression(FaceApiLayers layers, String output) {
    Value features = features(layers, BLOCKS, LAYERS);
    Value logits = layers.fullyConnected(features, "fc");
    layers.output("features", features);
    layers.output(output, layers.neural().softmax(logits, 1));
  }

  static void landmarks(FaceApiLayers layers, String output) {
    layers.output(output, network(layers, BLOCKS, LAYERS));
  }

  static void tinyLandmarks(FaceApiLayers layers, String output) {
    layers.output(output, network(layers, TINY_BLOCKS, TINY_LAYERS));
  }

  private static Value network(FaceApiLayers layers, int blocks, int layersOfBlock) {
    return layers.fullyConnected(features(layers, blocks, layersOfBlock), "fc");
  }

  /** What the fully connected layer sees: the mean of each channel of the last block. */
  private static Value features(FaceApiLayers layers, int blocks, int layersOfBlock) {
    Value x = layers.normalisedFace(SIDE);
    for (int block = 0; block < blocks; block++) {
      x = block(layers, x, block, layersOfBlock);
    }
    return layers.pooledRows(x, SIDE >> blocks);
  }

  /** Halves the image in its first layer. */
  private static Value block(FaceApiLayers layers, Value input, int block, int layersOfBlock) {
    String prefix = "dense" + block + "/conv";
    Value first =
        block == 0
            ? layers.convolution(input, prefix + 0, 2, Padding.SAME)
            : layers.separable(input, prefix + 0, 2, Padding.SAME);
    Value sum = layers.relu(first);
    Value activated = sum;
    for (int layer = 1; layer < layersOfBlock; layer++) {
      sum = layers.add(sum, layers.separable(activated, prefix + layer, 1, Padding.SAME));
      activated = layers.relu(sum);
    }
    return activated;
  }
}
