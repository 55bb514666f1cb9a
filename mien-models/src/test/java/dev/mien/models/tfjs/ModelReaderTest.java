package dev.mien.models.tfjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelReaderTest {
  @TempDir Path folder;

  @Test
  void nodesAreReadWithTheirAttributes() throws IOException {
    GraphModel model =
        read(
            """
            {"name": "x", "op": "Placeholder", "attr": {"shape": {"shape": {"dim": [{"size": "-1"}, {"size": 4}]}}}},
            {"name": "y", "op": "Conv2D", "input": ["x:0", "^order"], "attr": {
              "strides": {"list": {"i": ["1", 2, "2", "1"]}}, "padding": {"s": "U0FNRQ=="},
              "fused_ops": {"list": {"s": ["Qmlhc0FkZA==", "UmVsdQ=="]}}, "keep": {"b": true}, "alpha": {"f": 0.5}}}
            """);

    GraphNode convolution = model.byName().get("y");
    NodeAttributes attributes = convolution.attributes();
    assertThat(convolution.operator()).isEqualTo("Conv2D");
    assertThat(convolution.inputs()).containsExactly("x");
    assertThat(attributes.integers("strides")).containsExactly(1, 2, 2, 1);
    assertThat(attributes.text("padding", "")).isEqualTo("SAME");
    assertThat(attributes.texts("fused_ops")).containsExactly("BiasAdd", "Relu");
    assertThat(attributes.flag("keep", false)).isTrue();
    assertThat(attributes.real("alpha", 0)).isEqualTo(0.5f);
    assertThat(attributes.text("missing", "default")).isEqualTo("default");
    assertThat(model.byName().get("x").attributes().shape("shape")).containsExactly(-1L, 4L);
  }

  @Test
  void changedAttributesLeaveTheOthersAndTheOriginalAlone() throws IOException {
    GraphNode node =
        read("{\"name\": \"x\", \"op\": \"A\", \"attr\": {\"keep\": {\"b\": true}}}")
            .byName()
            .get("x");

    NodeAttributes changed = node.attributes().withTexts("fused_ops", List.of("BiasAdd"));

    assertThat(changed.texts("fused_ops")).containsExactly("BiasAdd");
    assertThat(changed.flag("keep", false)).isTrue();
    assertThat(node.attributes().texts("fused_ops")).isEmpty();
  }

  @Test
  void aSecondOutputIsRefusedByName() {
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> read("{\"name\": \"y\", \"op\": \"Add\", \"input\": [\"split:1\"]}"))
        .withMessageContainingAll("'y'", "'split:1'");
  }

  @Test
  void aFileThatIsNotJsonIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("model.json"), "not json");

    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> ModelReader.readGraphModel(file))
        .withMessageContainingAll("model.json", "not JSON");
  }

  @Test
  void aLayersModelIsNoGraphModel() throws IOException {
    Path file =
        Files.writeString(folder.resolve("model.json"), "{\"modelTopology\": {\"layers\": []}}");

    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> ModelReader.readGraphModel(file))
        .withMessageContaining("has no graph");
  }

  @Test
  void nodesComeBehindWhatTheyNeedAndUnneededOnesStayAway() throws IOException {
    GraphModel model =
        read(
            """
            {"name": "d", "op": "Add", "input": ["b", "c"]},
            {"name": "c", "op": "Relu", "input": ["a"]},
            {"name": "b", "op": "Abs", "input": ["c"]},
            {"name": "unused", "op": "Abs", "input": ["a"]},
            {"name": "a", "op": "Placeholder"}
            """);

    assertThat(model.neededFor(List.of("d")))
        .extracting(GraphNode::name)
        .containsExactly("a", "c", "b", "d");
  }

  @Test
  void aCycleIsNamed() throws IOException {
    GraphModel model =
        read(
            """
            {"name": "a", "op": "Relu", "input": ["b"]},
            {"name": "b", "op": "Relu", "input": ["a"]}
            """);

    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> model.neededFor(List.of("a")))
        .withMessageContaining("cycle");
  }

  @Test
  void aMissingNodeIsNamed() throws IOException {
    GraphModel model = read("{\"name\": \"a\", \"op\": \"Relu\", \"input\": [\"ghost\"]}");

    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> model.neededFor(List.of("a")))
        .withMessageContaining("'ghost'");
  }

  private GraphModel read(String nodes) throws IOException {
    Path file = folder.resolve("model.json");
    Files.writeString(
        file, "{\"modelTopology\": {\"node\": [%s]}, \"weightsManifest\": []}".formatted(nodes));
    return ModelReader.readGraphModel(file);
  }
}
