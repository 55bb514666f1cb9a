package dev.mien.gallery;

import static dev.mien.gallery.GalleryFixture.near;
import static dev.mien.gallery.GalleryFixture.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {
  @Test
  void vectors_that_are_not_finite_units_are_refused() {
    List<float[]> wrong =
        List.of(
            new float[0],
            new float[] {0, 0},
            new float[] {1, 1},
            new float[] {0.9f, 0},
            new float[] {Float.NaN, 1},
            new float[] {Float.POSITIVE_INFINITY, 0},
            new float[Template.DIMENSIONS_MAX + 1]);
    assertThat(wrong)
        .allSatisfy(
            vector ->
                assertThatThrownBy(() -> new Template("e", vector))
                    .isInstanceOf(IllegalArgumentException.class));
    assertThatThrownBy(() -> new Template(" ", new float[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_has_a_direction_can_be_normalized() {
    assertThat(Template.normalized("e", new float[] {3, 4}).vector()).containsExactly(0.6f, 0.8f);
    assertThatThrownBy(() -> Template.normalized("e", new float[] {0, 0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Template.normalized("e", new float[] {Float.NaN, 0}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_vector_cannot_be_changed_from_outside() {
    float[] vector = {1, 0};
    Template template = new Template("e", vector);
    vector[0] = 0;
    template.vector()[0] = 0;
    assertThat(template.vector()).containsExactly(1, 0);
  }

  @Test
  void similarity_is_the_inner_product() {
    Template template = template(1);
    assertThat(template.similarity(template)).isCloseTo(1, within(1e-6));
    assertThat(template.similarity(near(template, 0.37, 2))).isCloseTo(0.37, within(1e-6));
  }

  @Test
  void templates_of_different_embedders_are_never_compared() {
    Template one = new Template("one", new float[] {1, 0});
    assertThatThrownBy(() -> one.similarity(new Template("other", new float[] {1, 0})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one[2]")
        .hasMessageContaining("other[2]");
    assertThatThrownBy(() -> one.similarity(new Template("one", new float[] {1, 0, 0})))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void its_text_does_not_tell_the_vector() {
    assertThat(new Template("e", new float[] {1, 0})).hasToString("Template[e, 2 dimensions]");
  }
}
