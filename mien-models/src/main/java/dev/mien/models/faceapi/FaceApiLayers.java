package dev.mien.models.faceapi;

import dev.mien.models.onnx.GraphBuilder;
import dev.mien.models.onnx.NeuralOperators;
import dev.mien.models.onnx.Padding;
import dev.mien.models.onnx.Shape;
import dev.mien.models.onnx.ShapeOperators;
import dev.mien.models.onnx.Value;
import dev.mien.models.onnx.Window;
import dev.mien.models.tensor.FloatTensor;
import dev.mien.models.tfjs.Weights;
import java.util.List;

/**
 * The layers that the networks of face-api share. A layer is called by the prefix of its tensors.
 * Not thread-safe.
 */
final class FaceApiLayers {
  /** The mean colour (R, G, B) of the training images of most of these networks. */
  static final float[] MEAN_RGB = {122.782f, 117.001f, 104.298f};

  private static final int CHANNELS = 3;
  private static final float COLOUR_RANGE = 255;

  private final GraphBuilder graph;
  private final Weights weights;
  private final NeuralOperators neural;
  private final ShapeOperators shapes;

  FaceApiLayers(GraphBuilder graph, Weights weights) {
    this.graph = graph;
    this.weights = weights;
    this.neural = new NeuralOperators(graph);
    this.shapes = new ShapeOperators(graph);
  }

  GraphBuilder graph() {
    return graph;
  }

  NeuralOperators neural() {
    return neural;
  }

  ShapeOperators shapes() {
    return shapes;
  }

  FloatTensor tensor(String name) {
    return weights.floats(name);
  }

  /** The input, RGB from 0 to 255, as (input - mean) / 255. */
  Value normalisedInput(Shape shape, float[] mean) {
    Value image = graph.input("input", shape);
    Value centred =
        neural.binary(
            "Sub", image, graph.constant(FloatTensor.vector(mean).reshape(1, CHANNELS, 1, 1)));
    return neural.binary("Div", centred, graph.scalar(COLOUR_RANGE));
  }

  /** The input of the networks for one face: a square of the given side. */
  Value normalisedFace(int side) {
    return normalisedInput(Shape.batchOf(CHANNELS, side, side), MEAN_RGB);
  }

  Value relu(Value value) {
    return neural.unary("Relu", value);
  }

  Value add(Value left, Value right) {
    return neural.binary("Add", left, right);
  }

  /** A convolution with {@code filters} (HWIO) and {@code bias}. */
  Value convolution(Value image, String prefix, int stride, Padding padding) {
    graph.scope(prefix);
    return convolution(
        image, tensor(prefix + "/filters"), tensor(prefix + "/bias"), stride, padding);
  }

  /** A convolution with weights in HWIO. */
  Value convolution(
      Value image, FloatTensor filters, FloatTensor bias, int stride, Padding padding) {
    Window window = Window.square(filters.shape().getFirst(), stride, padding);
    return neural.convolution(image, filters.transpose(3, 2, 0, 1), List.of(bias), window, 1);
  }

  /** A depthwise convolution with weights in HWC1. */
  Value depthwise(
      Value image, FloatTensor filter, List<FloatTensor> bias, int stride, Padding padding) {
    Window window = Window.square(filter.shape().getFirst(), stride, padding);
    int channels = filter.shape().get(2);
    return neural.convolution(image, filter.transpose(2, 3, 0, 1), bias, window, channels);
  }

  /** A depthwise convolution, then one over the channels of each pixel with a bias. */
  Value separable(Value image, String prefix, int stride, Padding padding) {
    graph.scope(prefix);
    Value spatial =
        depthwise(image, tensor(prefix + "/depthwise_filter"), List.of(), stride, padding);
    return convolution(
        spatial, tensor(prefix + "/pointwise_filter"), tensor(prefix + "/bias"), 1, Padding.VALID);
  }

  /** The mean over a whole image of the given side, as rows of channels. */
  Value pooledRows(Value image, int side) {
    Value pooled = neural.averagePool(image, Window.square(side, 1, Padding.VALID));
    return shapes.reshapeItems(pooled, image.shape().size(1));
  }

  /** Rows times {@code weights} plus {@code bias}. */
  Value fullyConnected(Value rows, String prefix) {
    graph.scope(prefix);
    return neural.fullyConnected(
        rows, tensor(prefix + "/weights"), List.of(tensor(prefix + "/bias")));
  }

  void output(String name, Value value) {
    graph.scope("");
    graph.output(name, value);
  }
}
