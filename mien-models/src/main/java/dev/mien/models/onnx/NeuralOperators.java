package dev.mien.models.onnx;

import dev.mien.models.tensor.FloatTensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds layers of neural networks to a graph: windows, activations, arithmetic. Images are NCHW. Not
 * thread-safe.
 */
public final class NeuralOperators {
  private final GraphBuilder graph;

  public NeuralOperators(GraphBuilder graph) {
    this.graph = graph;
  }

  /**
   * A convolution with a bias.
   *
   * @param image [N, C, H, W]
   * @param weights [outputs, C / groups, kernel height, kernel width]
   * @param bias [outputs]; empty for none
   * @param groups 1, or C for a depthwise convolution
   */
  public Value convolution(
      Value image, FloatTensor weights, List<FloatTensor> bias, Window window, int groups) {
    List<Value> operands = new ArrayList<>(List.of(image, graph.constant(weights)));
    bias.forEach(tensor -> operands.add(graph.constant(tensor)));
    return graph.node(
        "Conv",
        operands,
        window.apply(image.shape(), Dimension.of(weights.shape().getFirst())),
        kernel(window),
        strides(window),
        Attribute.list("dilations", window.vertical().dilation(), window.horizontal().dilation()),
        window.paddingAttribute(image.shape()),
        Attribute.of("group", groups));
  }

  /** The largest element under each window. */
  public Value maxPool(Value image, Window window) {
    return pool("MaxPool", image, window);
  }

  /** The mean of the elements under each window; padding does not count. */
  public Value averagePool(Value image, Window window) {
    return pool("AveragePool", image, window);
  }

  private Value pool(String operator, Value image, Window window) {
    return graph.node(
        operator,
        List.of(image),
        window.apply(image.shape(), image.shape().dimension(1)),
        kernel(window),
        strides(window),
        window.paddingAttribute(image.shape()));
  }

  private static Attribute kernel(Window window) {
    return Attribute.list("kernel_shape", window.vertical().kernel(), window.horizontal().kernel());
  }

  private static Attribute strides(Window window) {
    return Attribute.list("strides", window.vertical().stride(), window.horizontal().stride());
  }

  /**
   * An element-wise operator of one operand and no attributes: Relu, Sigmoid, Abs, Exp, Sqrt, ...
   */
  public Value unary(String operator, Value operand) {
    return graph.node(operator, List.of(operand), operand.shape());
  }

  /** An element-wise operator of two operands: Add, Sub, Mul, Div, Min, Max, Pow. */
  public Value binary(String operator, Value left, Value right) {
    return graph.node(operator, List.of(left, right), left.shape().broadcastWith(right.shape()));
  }

  /** x where x is positive, slope * x elsewhere; the slope broadcasts to x. */
  public Value prelu(Value operand, FloatTensor slope) {
    return graph.node("PRelu", List.of(operand, graph.constant(slope)), operand.shape());
  }

  /**
   * The same for an image with one slope for each channel, as (1 - slope) * max(x, 0) + slope * x,
   * where the two products are depthwise convolutions of one tap. ONNX Runtime computes these with
   * vectors in the blocked layout of the convolutions around them; its PRelu goes element by
   * element in another layout. On one thread this makes Face Mesh 2.4 times as fast and
   * MobileFaceNet twice.
   */
  public Value channelwisePrelu(Value image, FloatTensor slope) {
    int channels = slope.values().length;
    float[] rest = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      rest[channel] = 1 - slope.values()[channel];
    }
    Value positive = scaleChannels(unary("Relu", image), rest);
    return binary("Add", scaleChannels(image, slope.values()), positive);
  }

  private Value scaleChannels(Value image, float[] factors) {
    FloatTensor weights = new FloatTensor(List.of(factors.length, 1, 1, 1), factors);
    Window onePixel = Window.square(1, 1, Padding.VALID);
    return convolution(image, weights, List.of(), onePixel, factors.length);
  }

  /** x where x is positive, slope * x elsewhere. */
  public Value leakyRelu(Value operand, float slope) {
    return graph.node("LeakyRelu", List.of(operand), operand.shape(), Attribute.of("alpha", slope));
  }

  /** Limits the elements to a range. */
  public Value clip(Value operand, float minimum, float maximum) {
    return graph.node(
        "Clip", List.of(operand, graph.scalar(minimum), graph.scalar(maximum)), operand.shape());
  }

  /** Exponentials that sum to one along an axis. */
  public Value softmax(Value operand, int axis) {
    return graph.node("Softmax", List.of(operand), operand.shape(), Attribute.of("axis", axis));
  }

  /**
   * Rows times a constant matrix.
   *
   * @param rows [N, inputs]
   * @param weights [inputs, outputs]
   * @param bias [outputs]; empty for none
   */
  public Value fullyConnected(Value rows, FloatTensor weights, List<FloatTensor> bias) {
    List<Value> operands = new ArrayList<>(List.of(rows, graph.constant(weights)));
    bias.forEach(tensor -> operands.add(graph.constant(tensor)));
    Shape shape = rows.shape().with(1, Dimension.of(weights.shape().get(1)));
    return graph.node("Gemm", operands, shape);
  }
}
