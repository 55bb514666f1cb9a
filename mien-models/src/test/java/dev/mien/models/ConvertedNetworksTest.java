package dev.mien.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.models.OnnxRunner.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the networks that the build has converted into target/onnx, whether the pack uses them or
 * not.
 */
class ConvertedNetworksTest {
  private static final double TOLERANCE = 1e-3;

  /** Elements far below an output's typical size are compared with this share of it. */
  private static final double SMALL_SHARE = 1e-2;

  /**
   * ONNX Runtime's Sigmoid is one half plus a fraction, so that a probability near zero moves in
   * steps of 2^-24; two steps are no difference.
   */
  private static final double STEP = 0x1p-23;

  static Stream<ReferenceOutputs.Case> networks() throws IOException {
    return ReferenceOutputs.all().stream();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aConvertedNetworkAnswersLikeTheOriginal(ReferenceOutputs.Case reference) throws Exception {
    try (OnnxRunner network = open(reference.network())) {
      Map<String, Answer> answers = network.run(reference.input(), longs(reference.inputShape()));

      assertThat(answers.keySet())
          .containsAll(reference.outputs().stream().map(ReferenceOutputs.Output::name).toList());
      for (ReferenceOutputs.Output expected : reference.outputs()) {
        assertMatches(answers.get(expected.name()), expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aBatchOfTwoAnswersLikeTwoImages(ReferenceOutputs.Case reference) throws Exception {
    float[] one = reference.input();
    float[] other = mirrored(one);
    float[] both = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    long[] shape = longs(reference.inputShape());
    long[] batch = shape.clone();
    batch[0] = 2;
    try (OnnxRunner network = open(reference.network())) {
      Map<String, Answer> first = network.run(one, shape);
      Map<String, Answer> second = network.run(other, shape);
      Map<String, Answer> together = network.run(both, batch);

      for (String name : together.keySet()) {
        float[] answers = together.get(name).values();
        int half = answers.length / 2;
        assertThat(together.get(name).shape()).first().isEqualTo(2L);
        assertSame(Arrays.copyOf(answers, half), first.get(name).values());
        assertSame(Arrays.copyOfRange(answers, half, answers.length), second.get(name).values());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void anInputDeclaresItsBatchAsOpen(ReferenceOutputs.Case reference) throws Exception {
    try (OnnxRunner network = open(reference.network())) {
      assertThat(network.declaredInputShape()).startsWith(-1, reference.inputShape().get(1));
    }
  }

  private static OnnxRunner open(String network) throws Exception {
    return new OnnxRunner(Files.readAllBytes(Path.of("target", "onnx", network + ".onnx")));
  }

  private static void assertMatches(Answer answer, ReferenceOutputs.Output expected) {
    float[] values = answer.values();
    assertThat(answer.shape()).as("shape of %s", expected.name()).isEqualTo(expected.shape());
    double rootMeanSquare = Math.sqrt(expected.sumOfSquares() / values.length);
    double scale = SMALL_SHARE * rootMeanSquare;
    for (int i = 0; i < expected.first().size(); i++) {
      assertClose(values[i], expected.first().get(i), scale, expected.name() + "[" + i + "]");
    }
    int start = values.length - expected.last().size();
    for (int i = 0; i < expected.last().size(); i++) {
      String place = expected.name() + "[" + (start + i) + "]";
      assertClose(values[start + i], expected.last().get(i), scale, place);
    }
    double sum = 0;
    double sumOfSquares = 0;
    for (float value : values) {
      sum += value;
      sumOfSquares += (double) value * value;
    }
    // A sum of values of both signs may be small beside them: its error is measured against what
    // random signs leave.
    double sumScale = rootMeanSquare * Math.sqrt(values.length);
    assertClose(sum, expected.sum(), sumScale, "sum of " + expected.name());
    double squareScale = 2 * values.length * rootMeanSquare * STEP / TOLERANCE;
    assertClose(
        sumOfSquares, expected.sumOfSquares(), squareScale, "sum of squares of " + expected.name());
  }

  /** Within a thousandth of the expected number, or of the scale where that is larger. */
  private static void assertClose(double actual, double expected, double scale, String place) {
    assertThat(Math.abs(actual - expected))
        .as("%s is %s, expected %s", place, actual, expected)
        .isLessThanOrEqualTo(Math.max(STEP, TOLERANCE * Math.max(Math.abs(expected), scale)));
  }

  private static void assertSame(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double largest = 0;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < actual.length; i++) {
      assertClose(actual[i], expected[i], largest, "[" + i + "]");
    }
  }

  private static float[] mirrored(float[] values) {
    float[] mirrored = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      mirrored[i] = values[values.length - 1 - i];
    }
    return mirrored;
  }

  private static long[] longs(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}
