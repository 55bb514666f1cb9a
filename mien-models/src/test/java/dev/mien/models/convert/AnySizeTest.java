package dev.mien.models.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mien.models.OnnxRunner;
import dev.mien.models.OnnxRunner.Answer;
import dev.mien.models.onnx.Model;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnySizeTest {

  @Test
  void aNetworkForOneSizeAnswersForAnotherAsOneThatWasMadeForIt() throws Exception {
    float[] picture = new float[8 * 12];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = i * i % 17 - 8;
    }
    Model made = list(8, 12);
    Model opened = AnySize.of(list(4, 4));
    try (OnnxRunner ofItsSize = new OnnxRunner(made);
        OnnxRunner ofAnySize = new OnnxRunner(opened)) {
      Answer answer = ofAnySize.run(picture, 1, 1, 8, 12).get("y");

      assertThat(answer.shape()).containsExactly(1L, 24L, 2L);
      assertThat(answer.values()).isEqualTo(ofItsSize.run(picture, 1, 1, 8, 12).get("y").values());
      assertThat(ofAnySize.declaredInputShape()).containsExactly(-1, 1, -1, -1);
    }
  }

  @Test
  void aNetworkThatLooksAtTheWholePictureIsRefused() {
    Model mean =
        new TestGraph()
            .image(4, 4, 1)
            .integers("axes", 1, 2)
            .node("y", "Mean", "", "x", "axes")
            .convert(1L);

    assertThatExceptionOfType(ConversionException.class)
        .isThrownBy(() -> AnySize.of(mean))
        .withMessageContaining("ReduceMean");
  }

  /** Two values for each cell of 2 x 2 pixels, of what lies around it. */
  private static Model list(int height, int width) {
    int cells = height / 2 * (width / 2);
    return new TestGraph()
        .image(height, width, 1)
        .floats("w", List.of(3, 3, 1, 2), 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9)
        .node("c", "Conv2D", TestGraph.window(2, "SAME"), "x", "w")
        .integers("shape", 1, cells, 2)
        .node("y", "Reshape", "", "c", "shape")
        .convert((long) cells, 2L);
  }
}
