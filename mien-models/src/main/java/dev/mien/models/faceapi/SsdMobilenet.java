package dev.mien.models.faceapi;

import dev.mien.models.onnx.Padding;
import dev.mien.models.onnx.Shape;
import dev.mien.models.onnx.Value;
import dev.mien.models.tensor.FloatTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A single-shot detector on MobileNet: the layers up to the grids that its predictors look at. */
final class SsdMobilenet {
  private static final int SIDE = 512;

  /** Maps 0..255 to -1..1. */
  private static final float HALF_RANGE = 127.5f;

  private static final int DEPTHWISE_LAYERS = 13;
  private static final Set<Integer> HALVING_LAYERS = Set.of(2, 4, 6, 12);

  /** The layer whose finer grid the first predictor looks at. */
  private static final int FINE_LAYER = 11;

  /**
   * The pairs of layers behind MobileNet, each of which halves the image for one more predictor.
   */
  private static final int EXTRA_LAYERS = 8;

  /** The published network's batch-norm epsilon: 0.001 as a float. */
  private static final double EPSILON = 0.0010000000474974513;

  private static final float ACTIVATION_MAXIMUM = 6;

  private SsdMobilenet() {}

  static void build(FaceApiLayers layers) {
    Value image = layers.graph().input("input", Shape.batchOf(3, SIDE, SIDE));
    Value scaled = layers.neural().binary("Div", image, layers.graph().scalar(HALF_RANGE));
    Value x = layers.neural().binary("Sub", scaled, layers.graph().scalar(1f));
    List<Value> grids = new ArrayList<>();
    x = pointwise(layers, x, "MobilenetV1/Conv2d_0_pointwise", 2);
    for (int layer = 1; layer <= DEPTHWISE_LAYERS; layer++) {
      String prefix = "MobilenetV1/Conv2d_" + layer;
      int stride = HALVING_LAYERS.contains(layer) ? 2 : 1;
      x = depthwise(layers, x, prefix + "_depthwise", stride);
      x = pointwise(layers, x, prefix + "_pointwise", 1);
      if (layer == FINE_LAYER || layer == DEPTHWISE_LAYERS) {
        grids.add(x);
      }
    }
    for (int layer = 0; layer < EXTRA_LAYERS; layer++) {
      boolean halving = layer % 2 == 1;
      x = pointwise(layers, x, "Prediction/Conv2d_" + layer + "_pointwise", halving ? 2 : 1);
      if (halving) {
        grids.add(x);
      }
    }
    SsdPrediction.build(layers, grids);
  }

  private static Value pointwise(FaceApiLayers layers, Value image, String prefix, int stride) {
    layers.graph().scope(prefix);
    Value x =
        layers.convolution(
            image,
            layers.tensor(prefix + "/weights"),
            layers.tensor(prefix + "/convolution_bn_offset"),
            stride,
            Padding.SAME);
    return layers.neural().clip(x, 0, ACTIVATION_MAXIMUM);
  }

  /** A depthwise convolution with its batch norm folded into weights and bias. */
  private static Value depthwise(FaceApiLayers layers, Value image, String prefix, int stride) {
    layers.graph().scope(prefix);
    float[] gamma = layers.tensor(prefix + "/BatchNorm/gamma").values();
    float[] beta = layers.tensor(prefix + "/BatchNorm/beta").values();
    float[] mean = layers.tensor(prefix + "/BatchNorm/moving_mean").values();
    float[] variance = layers.tensor(prefix + "/BatchNorm/moving_variance").values();
    double[] factors = new double[gamma.length];
    float[] bias = new float[gamma.length];
    for (int i = 0; i < gamma.length; i++) {
      factors[i] = gamma[i] / Math.sqrt(variance[i] + EPSILON);
      bias[i] = (float) (beta[i] - mean[i] * factors[i]);
    }
    FloatTensor weights = layers.tensor(prefix + "/depthwise_weights");
    FloatTensor folded =
        weights.transpose(2, 3, 0, 1).scaleFirstAxis(factors).transpose(2, 3, 0, 1);
    Value x =
        layers.depthwise(image, folded, List.of(FloatTensor.vector(bias)), stride, Padding.SAME);
    return layers.neural().clip(x, 0, ACTIVATION_MAXIMUM);
  }
}
