package dev.mien.models.quantise;

import dev.mien.models.onnx.Initializer;
import dev.mien.models.onnx.Shape;
import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * The weights of one layer as signed bytes, with a scale for each output channel, and its bias in
 * the products' own steps.
 *
 * @param steps of the weights, in their order
 * @param scales what a step stands for, by output channel
 * @param bias in steps of the input's scale times the channel's; empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // written into a file and forgotten
record QuantisedWeights(byte[] steps, float[] scales, int[] bias) {
  /** The sum of products and bias has 32 bits; half of them are enough for the bias. */
  private static final double LARGEST_BIAS = 1 << 30;

  /**
   * Rounds weights.
   *
   * @param axis of the output channels
   * @param bias one number for each of them
   * @param inputScale of the layer's input
   */
  static QuantisedWeights of(
      Initializer weights,
      int axis,
      Optional<Initializer> bias,
      double inputScale,
      int largestWeight) {
    FloatBuffer values = GraphIndex.floats(weights);
    int channels = (int) weights.value().shape().size(axis);
    int inner = (int) weights.value().shape().knownElementsFrom(axis + 1).orElseThrow();
    double[] largest = new double[channels];
    for (int i = 0; i < values.capacity(); i++) {
      int channel = i / inner % channels;
      largest[channel] = Math.max(largest[channel], Math.abs(values.get(i)));
    }
    float[] scales = new float[channels];
    int[] biasSteps = new int[bias.isPresent() ? channels : 0];
    for (int channel = 0; channel < channels; channel++) {
      double shift = bias.isPresent() ? GraphIndex.floats(bias.get()).get(channel) : 0;
      double scale =
          Math.max(largest[channel] / largestWeight, Math.abs(shift) / (inputScale * LARGEST_BIAS));
      scales[channel] = scale < Float.MIN_NORMAL ? 1 : (float) scale;
      if (bias.isPresent()) {
        biasSteps[channel] = (int) Math.round(shift / (inputScale * scales[channel]));
      }
    }
    byte[] steps = new byte[values.capacity()];
    for (int i = 0; i < steps.length; i++) {
      long step = Math.round((double) values.get(i) / scales[i / inner % channels]);
      steps[i] = (byte) Math.clamp(step, -largestWeight, largestWeight);
    }
    return new QuantisedWeights(steps, scales, biasSteps);
  }

  /** One number for each output channel. */
  Shape channels() {
    return Shape.of(scales.length);
  }

  /** What a step of the bias stands for, by output channel. */
  float[] biasScales(float inputScale) {
    float[] products = new float[scales.length];
    for (int channel = 0; channel < scales.length; channel++) {
      products[channel] = inputScale * scales[channel];
    }
    return products;
  }
}
