package dev.mien.models.quantise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mien.models.OnnxRunner;
import dev.mien.models.onnx.ElementType;
import dev.mien.models.onnx.GraphBuilder;
import dev.mien.models.onnx.Initializer;
import dev.mien.models.onnx.Model;
import dev.mien.models.onnx.NeuralOperators;
import dev.mien.models.onnx.Padding;
import dev.mien.models.onnx.Reduction;
import dev.mien.models.onnx.Shape;
import dev.mien.models.onnx.ShapeOperators;
import dev.mien.models.onnx.Value;
import dev.mien.models.onnx.Window;
import dev.mien.models.onnx.WindowAxis;
import dev.mien.models.quantise.QuantiseOptions.InFloat;
import dev.mien.models.tensor.FloatTensor;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantises a small residual network and runs it beside the one in floats. */
class QuantiserTest {
  private static final int SIDE = 12;
  private static final int CHANNELS = 8;
  private static final int ANSWERS = 5;
  private static final QuantiseOptions SEVEN_BITS = new QuantiseOptions(7, Set.of());

  private final Random random = new Random(5);

  @ParameterizedTest
  @ValueSource(ints = {7, 8})
  void answers_of_the_network_in_bytes_are_near_those_in_floats(int weightBits) throws Exception {
    Model model = residual();
    Model inBytes = quantise(model, new QuantiseOptions(weightBits, Set.of()));
    double error = 0;
    double size = 0;
    try (OnnxRunner exact = new OnnxRunner(model);
        OnnxRunner rounded = new OnnxRunner(inBytes)) {
      for (int item = 0; item < 20; item++) {
        float[] picture = picture();
        float[] expected = answer(exact, picture);
        float[] actual = answer(rounded, picture);
        for (int i = 0; i < ANSWERS; i++) {
          error += square(actual[i] - expected[i]);
          size += square(expected[i]);
        }
      }
    }

    assertThat(Math.sqrt(error / size)).isBetween(1e-5, 0.05);
  }

  @Test
  void layers_and_what_lies_between_them_are_computed_in_bytes() {
    Model model = residual();

    assertThat(new Quantiser(model, SEVEN_BITS).leftInFloat())
        .isEqualTo(Map.of("ReduceMean", 1L, "Softmax", 1L, "Identity", 1L));
  }

  @Test
  void what_was_added_around_a_value_stays_zero() throws Exception {
    GraphBuilder graph = new GraphBuilder("padded", "a test");
    NeuralOperators neural = new NeuralOperators(graph);
    Value x = graph.input("x", Shape.batchOf(3, SIDE, SIDE));
    Value layer = convolution(neural, x, 3, 1);
    long[] before = {0, 1, 0, 0};
    graph.output("y", new ShapeOperators(graph).pad(layer, before, new long[4]));

    try (OnnxRunner runner = new OnnxRunner(quantise(graph.build(), SEVEN_BITS))) {
      float[] answer = runner.run(picture(), 1, 3, SIDE, SIDE).get("y").values();

      assertThat(Arrays.copyOf(answer, SIDE * SIDE)).containsOnly(0);
      assertThat(Arrays.copyOfRange(answer, SIDE * SIDE, answer.length)).contains(answer[200]);
      assertThat(answer[200]).isNotZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 8})
  void every_output_channel_has_weights_of_its_own_scale(int weightBits) throws Exception {
    GraphBuilder graph = new GraphBuilder("scales", "a test");
    Value x = graph.input("x", Shape.batchOf(1, 2, 2));
    FloatTensor weights = new FloatTensor(List.of(2, 1, 1, 2), new float[] {1, -0.25f, 100, 25});
    Window window = new Window(new WindowAxis(1, 1, 1), new WindowAxis(2, 1, 1), Padding.VALID);
    NeuralOperators neural = new NeuralOperators(graph);
    graph.output("y", neural.convolution(x, weights, List.of(FloatTensor.vector(3, 0)), window, 1));
    Quantiser quantiser = new Quantiser(graph.build(), new QuantiseOptions(weightBits, Set.of()));
    Model inBytes = quantiser.quantise(ranges(quantiser, new Range(0, 255)));
    byte largest = (byte) (weightBits == 7 ? 64 : 127);

    Initializer steps = only(inBytes, ElementType.INT8, "weights/bytes");
    assertThat(steps.data().toByteArray())
        .containsExactly(
            largest, (byte) Math.round(-largest / 4.0), largest, (byte) Math.round(largest / 4.0));
    assertThat(GraphIndex.floats(only(inBytes, ElementType.FLOAT, "weights/scale")).get(1))
        .isEqualTo(100f / largest);
    // The bias counts products of steps: the input's step is 1, the channel's 1 / largest.
    int bias =
        only(inBytes, ElementType.INT32, "bias/bytes")
            .data()
            .asReadOnlyByteBuffer()
            .order(ByteOrder.LITTLE_ENDIAN)
            .getInt();
    assertThat(bias).isEqualTo(3 * largest);
  }

  @Test
  void first_and_last_layers_stay_in_floats_if_wanted() {
    GraphBuilder graph = new GraphBuilder("layers", "a test");
    NeuralOperators neural = new NeuralOperators(graph);
    Value x = graph.input("x", Shape.batchOf(3, SIDE, SIDE));
    Value first = convolution(neural, x, 3, 1);
    Value depthwise = convolution(neural, first, 1, CHANNELS);
    Value middle = convolution(neural, depthwise, CHANNELS, 1);
    graph.output("y", convolution(neural, middle, CHANNELS, 1));
    Model model = graph.build();

    assertThat(inFloat(model)).isEqualTo(0);
    assertThat(inFloat(model, InFloat.FIRST)).isEqualTo(1);
    assertThat(inFloat(model, InFloat.LAST)).isEqualTo(1);
    assertThat(inFloat(model, InFloat.values())).isEqualTo(2);
  }

  @Test
  void a_sum_with_what_a_layer_in_floats_answers_stays_in_floats() {
    GraphBuilder graph = new GraphBuilder("sum", "a test");
    NeuralOperators neural = new NeuralOperators(graph);
    Value x = graph.input("x", Shape.batchOf(3, SIDE, SIDE));
    Value first = convolution(neural, x, 3, 1);
    Value last = convolution(neural, first, CHANNELS, 1);
    graph.output("y", neural.binary("Add", first, last));
    Model model = graph.build();

    assertThat(new Quantiser(model, SEVEN_BITS).leftInFloat()).containsOnlyKeys("Identity");
    assertThat(new Quantiser(model, new QuantiseOptions(7, Set.of(InFloat.LAST))).leftInFloat())
        .isEqualTo(Map.of("Conv", 1L, "Add", 1L, "Identity", 1L));
  }

  @Test
  void a_value_without_a_range_is_refused() {
    Quantiser quantiser = new Quantiser(residual(), SEVEN_BITS);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> quantiser.quantise(Map.of()))
        .withMessage("no range of x");
  }

  /** Has one of everything that is computed in bytes, and a softmax, which is not. */
  private Model residual() {
    GraphBuilder graph = new GraphBuilder("residual", "a test");
    NeuralOperators neural = new NeuralOperators(graph);
    ShapeOperators shapes = new ShapeOperators(graph);
    Value x = graph.input("x", Shape.batchOf(3, SIDE, SIDE));
    Value stem = neural.unary("Relu", convolution(neural, x, 3, 1));
    Value pooled = neural.maxPool(stem, Window.square(2, 2, Padding.VALID));
    Value inner = neural.clip(convolution(neural, pooled, 1, CHANNELS), 0, 6);
    Value outer = convolution(neural, inner, CHANNELS, 1);
    Value sum = neural.unary("Relu", neural.binary("Add", outer, pooled));
    Value small = neural.averagePool(sum, Window.square(2, 2, Padding.VALID));
    Value grown = shapes.pad(small, new long[4], new long[] {0, CHANNELS, 0, 0});
    Value means = shapes.reduce(Reduction.MEAN, grown, false, 2, 3);
    FloatTensor matrix = weights(2 * CHANNELS, ANSWERS);
    Value full = neural.fullyConnected(means, matrix, List.of(weights(ANSWERS)));
    graph.output("y", neural.softmax(full, 1));
    return graph.build();
  }

  private Value convolution(NeuralOperators neural, Value image, int inputs, int groups) {
    return neural.convolution(
        image,
        weights(CHANNELS, inputs, 3, 3),
        List.of(weights(CHANNELS)),
        Window.square(3, 1, Padding.SAME),
        groups);
  }

  private FloatTensor weights(Integer... shape) {
    int count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (0.3 * random.nextGaussian());
    }
    return new FloatTensor(List.of(shape), values);
  }

  private float[] picture() {
    float[] values = new float[3 * SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  /** With the ranges of forty pictures. */
  private Model quantise(Model model, QuantiseOptions options) throws Exception {
    Quantiser quantiser = new Quantiser(model, options);
    Map<String, Histogram> seen = new LinkedHashMap<>();
    quantiser.values().forEach(value -> seen.put(value, new Histogram()));
    try (OnnxRunner runner = new OnnxRunner(quantiser.observed())) {
      for (int item = 0; item < 40; item++) {
        Map<String, OnnxRunner.Answer> answers = runner.run(picture(), 1, 3, SIDE, SIDE);
        seen.forEach(
            (value, histogram) -> {
              for (float number : answers.get(Quantiser.observedName(value)).values()) {
                histogram.add(number);
              }
            });
      }
    }
    Map<String, Range> ranges = new LinkedHashMap<>();
    seen.forEach((value, histogram) -> ranges.put(value, Clipping.MIN_MAX.range(histogram)));
    return quantiser.quantise(ranges);
  }

  private static Map<String, Range> ranges(Quantiser quantiser, Range range) {
    Map<String, Range> ranges = new LinkedHashMap<>();
    quantiser.values().forEach(value -> ranges.put(value, range));
    return ranges;
  }

  /** How many convolutions keep their weights as floats. */
  private static long inFloat(Model model, InFloat... layers) {
    Quantiser quantiser = new Quantiser(model, new QuantiseOptions(7, Set.of(layers)));
    Model inBytes = quantiser.quantise(ranges(quantiser, new Range(-1, 1)));
    GraphIndex index = new GraphIndex(inBytes);
    long counted =
        inBytes.nodes().stream()
            .filter(node -> node.operator().equals("Conv"))
            .filter(node -> index.constant(node, 1).isPresent())
            .count();
    assertThat(quantiser.leftInFloat().getOrDefault("Conv", 0L)).isEqualTo(counted);
    return counted;
  }

  private static float[] answer(OnnxRunner runner, float[] picture) throws Exception {
    return runner.run(picture, 1, 3, SIDE, SIDE).get("y").values();
  }

  private static Initializer only(Model model, ElementType type, String ending) {
    List<Initializer> found =
        model.initializers().stream()
            .filter(constant -> constant.value().type() == type)
            .filter(constant -> constant.value().name().endsWith(ending))
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static double square(double value) {
    return value * value;
  }
}
