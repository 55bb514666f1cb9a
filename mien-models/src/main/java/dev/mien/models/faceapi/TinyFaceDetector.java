package dev.mien.models.faceapi;

import dev.mien.models.onnx.Dimension;
import dev.mien.models.onnx.Padding;
import dev.mien.models.onnx.Shape;
import dev.mien.models.onnx.Value;
import dev.mien.models.onnx.Window;
import java.util.List;

/**
 * A small YOLO: a grid of raw predictions, 5 anchors a cell, 5 numbers (x, y, width, height,
 * objectness) an anchor.
 */
final class TinyFaceDetector {
  private static final float[] MEAN_RGB = {117.001f, 114.697f, 97.404f};
  private static final float LEAK = 0.1f;
  private static final int SEPARABLE_LAYERS = 5;
  private static final int ANCHORS = 5;
  private static final int NUMBERS = 5;

  private TinyFaceDetector() {}

  static void build(FaceApiLayers layers) {
    Shape anySize =
        new Shape(
            List.of(
                Dimension.BATCH,
                Dimension.of(3),
                new Dimension.Named("H"),
                new Dimension.Named("W")));
    Value x = layers.normalisedInput(anySize, MEAN_RGB);
    x = leaky(layers, layers.convolution(x, "conv0", 1, Padding.VALID));
    for (int layer = 1; layer <= SEPARABLE_LAYERS; layer++) {
      x = layers.neural().maxPool(x, Window.square(2, 2, Padding.SAME));
      Padding frame = new Padding.Explicit(1, 1, 1, 1);
      x = leaky(layers, layers.separable(x, "conv" + layer, 1, frame));
    }
    x = layers.neural().maxPool(x, Window.square(2, 1, Padding.SAME));
    Value predictions = layers.convolution(x, "conv8", 1, Padding.VALID);
    Value rows = layers.shapes().transpose(predictions, 0, 2, 3, 1);
    layers.output("grid", layers.shapes().splitLastAxis(rows, ANCHORS, NUMBERS));
  }

  private static Value leaky(FaceApiLayers layers, Value value) {
    return layers.neural().leakyRelu(value, LEAK);
  }
}
