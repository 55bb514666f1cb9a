package dev.mien.vision.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EmbeddingTest {

  @Test
  void the_similarity_is_the_inner_product() {
    Embedding one = new Embedding("e", new float[] {0.6f, 0.8f});
    Embedding other = new Embedding("e", new float[] {0.8f, 0.6f});

    assertThat(one.similarity(other)).isCloseTo(0.96, within(1e-6));
    assertThat(one.similarity(one)).isCloseTo(1, within(1e-6));
  }

  @Test
  void embeddings_of_different_embedders_are_never_compared() {
    Embedding one = new Embedding("e", new float[] {0.6f, 0.8f});
    Embedding other = new Embedding("f", new float[] {0.6f, 0.8f});

    assertThatThrownBy(() -> one.similarity(other)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_vector_of_another_length_is_refused() {
    assertThatThrownBy(() -> new Embedding("e", new float[] {0.6f, 0.7f}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a unit vector");
    assertThatThrownBy(() -> new Embedding("e", new float[] {Float.NaN, 1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_vector_cannot_be_changed_from_outside_and_is_not_printed() {
    float[] vector = {0.6f, 0.8f};
    Embedding embedding = new Embedding("e", vector);
    vector[0] = 0;
    embedding.vector()[1] = 0;

    assertThat(embedding.vector()).containsExactly(0.6f, 0.8f);
    assertThat(embedding.toString()).doesNotContain("0.6");
  }

  @Test
  void a_calibration_out_of_order_is_refused() {
    assertThatThrownBy(
            () -> new EmbedderInfo("e", 2, new double[] {-1, 0.5, 0.4}, new double[] {0, -2, -3}))
        .hasMessageContaining("row 2");
    assertThatThrownBy(
            () -> new EmbedderInfo("e", 2, new double[] {-1, 0.5, 0.6}, new double[] {0, -2, -2}))
        .hasMessageContaining("row 2");
  }
}
