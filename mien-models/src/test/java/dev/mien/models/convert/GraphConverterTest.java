package dev.mien.models.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mien.models.onnx.Model;
import dev.mien.models.onnx.ModelWriter;
import dev.mien.models.onnx.Node;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each result is worked out by TensorFlow's definition, in NHWC, on images that count 1, 2, 3, ...
 */
class GraphConverterTest {
  @ParameterizedTest
  @CsvSource({"SAME, 1", "SAME, 2", "VALID, 1", "VALID, 2"})
  void aConvolutionFollowsTensorFlowsDefinition(String padding, int stride) throws Exception {
    int height = 6;
    int width = 5;
    int channels = 2;
    int outputs = 3;
    float[] filter = new float[3 * 3 * channels * outputs];
    for (int i = 0; i < filter.length; i++) {
      filter[i] = (i % 7) - 3;
    }
    float[] expected =
        NaiveConvolution.run(height, width, channels, 3, filter, outputs, stride, padding);

    float[] actual =
        new TestGraph()
            .image(height, width, channels)
            .floats("w", List.of(3, 3, channels, outputs), filter)
            .node("y", "Conv2D", TestGraph.window(stride, padding), "x", "w")
            .run(height, width, channels, (long) expected.length);

    assertThat(actual).containsExactly(expected);
  }

  @Test
  void aDepthwiseConvolutionKeepsItsMultipliersTogether() throws Exception {
    // One tap, two channels, two outputs each: channel c, multiplier m -> output 2c + m.
    float[] actual =
        new TestGraph()
            .image(1, 2, 2)
            .floats("w", List.of(1, 1, 2, 2), 1, 10, 100, 1000)
            .node("y", "DepthwiseConv2dNative", TestGraph.window(1, "SAME"), "x", "w")
            .run(1, 2, 2, 1L, 2L, 4L);

    assertThat(actual).containsExactly(1, 10, 200, 2000, 3, 30, 400, 4000);
  }

  @Test
  void biasAndActivationAreFusedInOrder() throws Exception {
    float[] actual =
        new TestGraph()
            .image(1, 2, 2)
            .floats("w", List.of(1, 1, 2, 1), 1, 1)
            .floats("b", List.of(1), -5)
            .floats("slope", List.of(1, 1, 1), 0.5f)
            .node(
                "y",
                "_FusedConv2D",
                TestGraph.window(1, "VALID", "BiasAdd", "Prelu"),
                "x",
                "w",
                "b",
                "slope")
            .run(1, 2, 2, 2L);

    assertThat(actual).containsExactly(-1, 2);
  }

  @Test
  void aPreluHasASlopeForEachChannel() throws Exception {
    float[] actual =
        new TestGraph()
            .image(1, 2, 2)
            .floats("slope", List.of(1, 1, 2), 2, 3)
            .node("negative", "Neg", "", "x")
            .node("y", "Prelu", "", "negative", "slope")
            .run(1, 2, 2, 4L);

    assertThat(actual).containsExactly(-2, -6, -6, -12);
  }

  @ParameterizedTest
  @CsvSource({"0.25", "-0.5", "1", "3"})
  void aPreluKeepsWhatIsPositiveWhateverItsSlope(float slope) throws Exception {
    // 1, 2, 3 less 2 is -1, 0, 1.
    float[] actual =
        new TestGraph()
            .image(1, 3, 1)
            .floats("two", List.of(), 2)
            .floats("slope", List.of(1), slope)
            .node("centred", "Sub", "", "x", "two")
            .node("y", "Prelu", "", "centred", "slope")
            .run(1, 3, 1, 3L);

    assertThat(actual).containsExactly(-slope, 0, 1);
  }

  @Test
  void aPreluMayHaveASlopeForEachPixelOrForEachNumberOfARow() throws Exception {
    float[] pixels =
        new TestGraph()
            .image(1, 2, 2)
            .floats("slope", List.of(1, 2, 1), 2, 3)
            .node("negative", "Neg", "", "x")
            .node("y", "Prelu", "", "negative", "slope")
            .run(1, 2, 2, 4L);
    float[] row =
        new TestGraph()
            .image(1, 1, 2)
            .floats("slope", List.of(2), 2, 3)
            .node("negative", "Neg", "", "x")
            .node("row", "Squeeze", "\"squeeze_dims\": {\"list\": {\"i\": [1, 2]}}", "negative")
            .node("y", "Prelu", "", "row", "slope")
            .run(1, 1, 2, 2L);

    assertThat(pixels).containsExactly(-2, -4, -9, -12);
    assertThat(row).containsExactly(-2, -6);
  }

  @Test
  void reshapingAnImageKeepsTensorFlowsOrder() throws Exception {
    float[] actual =
        new TestGraph()
            .image(2, 2, 3)
            .integers("shape", 1, 4, 3)
            .node("y", "Reshape", "", "x", "shape")
            .run(2, 2, 3, 4L, 3L);

    assertThat(actual).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  }

  @Test
  void reshapingOnePixelMovesNothing() {
    Model model =
        new TestGraph()
            .image(1, 1, 6)
            .integers("shape", -1, 6)
            .node("y", "Reshape", "", "x", "shape")
            .convert(6L);

    assertThat(model.nodes()).extracting(Node::operator).doesNotContain("Transpose");
  }

  @Test
  void imagesThatStayImagesAreNotTransposed() {
    Model model =
        new TestGraph()
            .image(4, 4, 2)
            .floats("w", List.of(1, 1, 2, 2), 1, 2, 3, 4)
            .floats("offset", List.of(2), 1, 2)
            .node("c", "Conv2D", TestGraph.window(1, "SAME"), "x", "w")
            .node("a", "Add", "", "c", "offset")
            .integers("axes", 1, 2)
            .node("y", "Mean", "", "a", "axes")
            .convert(2L);

    assertThat(model.nodes()).extracting(Node::operator).doesNotContain("Transpose");
  }

  @Test
  void aVectorIsAddedToTheChannelsOfAnImage() throws Exception {
    float[] actual =
        new TestGraph()
            .image(1, 2, 2)
            .floats("offset", List.of(2), 100, 200)
            .node("y", "AddV2", "", "offset", "x")
            .run(1, 2, 2, 4L);

    assertThat(actual).containsExactly(101, 202, 103, 204);
  }

  @Test
  void rowsAreAddedToAnImageByTensorFlowsRules() throws Exception {
    // The means over rows and columns, [N, C], are broadcast over the width of the image: N is 1
    // here, C = W = 2.
    float[] actual =
        new TestGraph()
            .image(1, 2, 2)
            .integers("axes", 1, 2)
            .node("means", "Mean", "", "x", "axes")
            .node("y", "Sub", "", "x", "means")
            .run(1, 2, 2, 4L);

    assertThat(actual).containsExactly(-1, -1, 1, 1);
  }

  @Test
  void channelsAreJoinedAndPadded() throws Exception {
    float[] actual =
        new TestGraph()
            .image(1, 2, 1)
            .integers("axis", -1)
            .node("joined", "ConcatV2", "", "x", "x", "axis")
            .integers("zeros", 0, 0, 0, 0, 1, 0, 0, 1)
            .node("y", "Pad", "", "joined", "zeros")
            .run(1, 2, 1, 1L, 3L, 3L);

    assertThat(actual).containsExactly(0, 0, 0, 1, 1, 0, 2, 2, 0);
  }

  @Test
  void aReductionOverChannelsKeepsRowsAndColumns() throws Exception {
    float[] actual =
        new TestGraph()
            .image(2, 1, 2)
            .integers("axis", 3)
            .node("y", "Sum", "", "x", "axis")
            .run(2, 1, 2, 2L);

    assertThat(actual).containsExactly(3, 7);
  }

  @Test
  void aReductionOverRowsPutsTheChannelsBehindTheColumns() throws Exception {
    float[] actual =
        new TestGraph()
            .image(2, 2, 2)
            .integers("axis", 1)
            .node("y", "Max", "", "x", "axis")
            .run(2, 2, 2, 2L, 2L);

    assertThat(actual).containsExactly(5, 6, 7, 8);
  }

  @Test
  void poolsFollowTensorFlowsPadding() throws Exception {
    String kernel = ", \"ksize\": {\"list\": {\"i\": [1, 2, 2, 1]}}";

    float[] largest =
        new TestGraph()
            .image(1, 3, 1)
            .node("y", "MaxPool", TestGraph.window(2, "SAME") + kernel, "x")
            .run(1, 3, 1, 2L);
    float[] means =
        new TestGraph()
            .image(1, 3, 1)
            .node("y", "AvgPool", TestGraph.window(2, "SAME") + kernel, "x")
            .run(1, 3, 1, 2L);

    assertThat(largest).containsExactly(2, 3);
    assertThat(means).containsExactly(1.5f, 3);
  }

  @Test
  void aMatrixMayBeStoredTransposed() throws Exception {
    float[] actual =
        new TestGraph()
            .image(1, 1, 2)
            .integers("shape", -1, 2)
            .node("rows", "Reshape", "", "x", "shape")
            .floats("w", List.of(3, 2), 1, 0, 0, 1, 1, 1)
            .node("y", "MatMul", "\"transpose_b\": {\"b\": true}", "rows", "w")
            .run(1, 1, 2, 3L);

    assertThat(actual).containsExactly(1, 2, 3);
  }

  @Test
  void aMinimumAndAMaximumBecomeOneClip() throws Exception {
    TestGraph graph =
        new TestGraph()
            .image(1, 1, 3)
            .floats("high", List.of(), 2.5f)
            .floats("low", List.of(), 1.5f)
            .node("minimum", "Minimum", "", "x", "high")
            .node("y", "Maximum", "", "minimum", "low");

    assertThat(graph.run(1, 1, 3, 3L)).containsExactly(1.5f, 2, 2.5f);
    assertThat(graph.convert(3L).nodes())
        .extracting(Node::operator)
        .contains("Clip")
        .doesNotContain("Min", "Max");
  }

  @Test
  void theNormOfARowCanBeOne() throws Exception {
    float[] actual =
        new TestGraph()
            .image(1, 1, 2)
            .node("row", "Squeeze", "\"squeeze_dims\": {\"list\": {\"i\": [1, 2]}}", "x")
            .node("squares", "Square", "", "row")
            .integers("axis", 1)
            .node("sum", "Sum", "\"keep_dims\": {\"b\": true}", "squares", "axis")
            .node("reciprocal", "Rsqrt", "", "sum")
            .node("y", "Mul", "", "row", "reciprocal")
            .run(1, 1, 2, 2L);

    assertThat(Math.hypot(actual[0], actual[1])).isEqualTo(1, Offset.offset(1e-6));
  }

  @Test
  void anUnknownOperatorFailsWithItsNameAndItsNode() {
    TestGraph graph = new TestGraph().image(1, 1, 1).node("y", "FancyActivation", "", "x");

    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(() -> graph.convert(1L))
        .withMessage("operator FancyActivation (node 'y') is not covered by the converter");
  }

  @Test
  void anUnknownFusedActivationFailsWithItsName() {
    TestGraph graph =
        new TestGraph()
            .image(1, 1, 1)
            .floats("w", List.of(1, 1, 1, 1), 1)
            .floats("b", List.of(1), 0)
            .node(
                "y", "_FusedConv2D", TestGraph.window(1, "SAME", "BiasAdd", "Gelu"), "x", "w", "b");

    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(() -> graph.convert(1L))
        .withMessageContainingAll("_FusedConv2D", "'y'", "Gelu");
  }

  @Test
  void anOutputOfAnotherSizeFailsWithBothShapes() {
    TestGraph graph = new TestGraph().image(2, 2, 1).node("y", "Relu", "", "x");

    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(() -> graph.convert(5L))
        .withMessageContainingAll("[N, 2, 2, 1]", "[N, 5]");
  }

  @Test
  void shapesThatDoNotFitNameTheNode() {
    TestGraph graph =
        new TestGraph()
            .image(2, 2, 3)
            .floats("four", List.of(4), 1, 2, 3, 4)
            .node("y", "Mul", "", "x", "four");

    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(() -> graph.convert(12L))
        .withMessageContainingAll("Mul", "'y'", "broadcast");
  }

  @Test
  void convertingTwiceGivesTheSameBytes() {
    TestGraph graph =
        new TestGraph()
            .image(4, 4, 2)
            .floats("w", List.of(1, 1, 2, 2), 1, 2, 3, 4)
            .node("y", "Conv2D", TestGraph.window(1, "SAME"), "x", "w");

    assertThat(ModelWriter.write(graph.convert(32L)))
        .isEqualTo(ModelWriter.write(graph.convert(32L)));
  }
}
