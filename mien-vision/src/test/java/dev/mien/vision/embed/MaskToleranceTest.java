package dev.mien.vision.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mien.vision.TestEngine;
import org.junit.jupiter.api.Test;

final class MaskToleranceTest {

  @Test
  void the_table_was_counted_with_the_embedder_of_the_bundled_pack() {
    EmbedderInfo embedder = TestEngine.shared().embedder("3.0");
    assertThat(MaskTolerance.calibration(embedder))
        .as("run MaskedMeasurement and put its table into masked.calibration.txt")
        .hasValueSatisfying(masked -> assertThat(masked.id()).isEqualTo(embedder.id() + "-masked"));
  }

  @Test
  void an_embedder_that_the_table_was_not_counted_with_has_none() {
    EmbedderInfo other = new EmbedderInfo("other", 2, new double[] {0, 1}, new double[] {0, -9});
    assertThat(MaskTolerance.calibration(other)).isEmpty();
  }

  @Test
  void both_halves_count_alike() {
    assertThat(MaskTolerance.similarity(0.8, 0.4)).isCloseTo(0.6, within(1e-9));
  }
}
