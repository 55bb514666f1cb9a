package dev.mien.models.convert;

import dev.mien.models.OnnxRunner;
import dev.mien.models.onnx.Model;
import dev.mien.models.tensor.FloatTensor;
import dev.mien.models.tensor.IntTensor;
import dev.mien.models.tensor.Tensor;
import dev.mien.models.tfjs.GraphModel;
import dev.mien.models.tfjs.GraphNode;
import dev.mien.models.tfjs.NodeAttributes;
import dev.mien.models.tfjs.Weights;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Builds small TensorFlow graphs and runs what the converter makes of them. */
final class TestGraph {
  private final List<GraphNode> nodes = new ArrayList<>();
  private final Map<String, Tensor> weights = new LinkedHashMap<>();

  /** An image input in NHWC. */
  TestGraph image(long height, long width, long channels) {
    return node(
        "x",
        "Placeholder",
        "\"shape\": {\"shape\": {\"dim\": [{\"size\": -1}, {\"size\": %d}, {\"size\": %d}, {\"size\": %d}]}}"
            .formatted(height, width, channels));
  }

  TestGraph floats(String name, List<Integer> shape, float... values) {
    weights.put(name, new FloatTensor(shape, values));
    return node(name, "Const", "");
  }

  TestGraph integers(String name, int... values) {
    weights.put(name, new IntTensor(List.of(values.length), values));
    return node(name, "Const", "");
  }

  /** A node with attributes as JSON members. */
  TestGraph node(String name, String operator, String attributes, String... inputs) {
    nodes.add(
        new GraphNode(
            name,
            operator,
            List.of(inputs),
            new NodeAttributes(JsonMapper.shared().readTree("{" + attributes + "}"))));
    return this;
  }

  /** The attributes of a window: strides, padding and what is fused. */
  static String window(int stride, String padding, String... fused) {
    String operators =
        Arrays.stream(fused)
            .map(name -> "\"" + base64(name) + "\"")
            .collect(Collectors.joining(","));
    return """
    "strides": {"list": {"i": [1, %d, %d, 1]}}, "padding": {"s": "%s"},
    "fused_ops": {"list": {"s": [%s]}}
    """
        .formatted(stride, stride, base64(padding), operators);
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  GraphModel model() {
    return new GraphModel(nodes, Weights.of(weights));
  }

  /** Converts with node "y" as the output. */
  Model convert(Long... itemShape) {
    return GraphConverter.convert(
        model(), "test", "a test", List.of(new GraphOutput("y", "y", List.of(itemShape))));
  }

  /** Converts, and runs with one NHWC image that counts 1, 2, 3, ... in TensorFlow's order. */
  float[] run(int height, int width, int channels, Long... itemShape) throws Exception {
    float[] input = new float[height * width * channels];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          input[(c * height + y) * width + x] = counted(y, x, c, width, channels);
        }
      }
    }
    try (OnnxRunner runner = new OnnxRunner(convert(itemShape))) {
      return runner.run(input, 1, channels, height, width).get("y").values();
    }
  }

  /** The element of the counted image. */
  static float counted(int y, int x, int c, int width, int channels) {
    return 1 + (y * width + x) * channels + c;
  }
}
