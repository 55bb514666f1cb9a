package dev.mien.gallery;

import static dev.mien.gallery.GalleryFixture.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RatedTemplateTest {
  private static final Template EAST = new Template("e", new float[] {1, 0});
  private static final Template NORTH = new Template("e", new float[] {0, 1});

  private static Template fused(Template one, int quality, Template other, int otherQuality) {
    return RatedTemplate.fused(
        List.of(
            new RatedTemplate(one, Quality.of(quality)),
            new RatedTemplate(other, Quality.of(otherQuality))));
  }

  private static RatedTemplate unknown(Template template) {
    return new RatedTemplate(template, Quality.UNKNOWN);
  }

  @Test
  void fusion_is_the_mean_weighed_by_quality_at_length_1() {
    Template fused = fused(EAST, 70, NORTH, 40); // 120 to 90, as every face counts 50 anyway
    assertThat(fused.vector()).containsExactly(new float[] {0.8f, 0.6f}, within(1e-6f));
    assertThat(fused.embedderId()).isEqualTo("e");
  }

  @Test
  void faces_of_unknown_quality_have_the_plain_mean_to_the_last_bit() {
    Random random = new Random(1);
    List<RatedTemplate> faces = new ArrayList<>();
    double[] sum = new double[GalleryFixture.DIMENSIONS];
    for (int i = 0; i < 5; i++) {
      Template template = template(random.nextLong());
      faces.add(unknown(template));
      for (int k = 0; k < sum.length; k++) {
        sum[k] += template.vector()[k];
      }
    }
    double square = 0;
    for (double value : sum) {
      square += value * value;
    }
    float[] mean = new float[sum.length];
    for (int k = 0; k < sum.length; k++) {
      mean[k] = (float) (sum[k] / Math.sqrt(square));
    }
    assertThat(RatedTemplate.fused(faces).vector()).containsExactly(mean);
  }

  @Test
  void a_face_of_unknown_quality_counts_less_than_the_best_and_more_than_a_poor_one() {
    float[] besideBest = RatedTemplate.fused(List.of(unknown(EAST), best(NORTH))).vector();
    assertThat(besideBest[0]).isLessThan(besideBest[1]);
    float[] besidePoor =
        RatedTemplate.fused(List.of(unknown(EAST), new RatedTemplate(NORTH, Quality.of(50))))
            .vector();
    assertThat(besidePoor[0]).isGreaterThan(besidePoor[1]);
  }

  private static RatedTemplate best(Template template) {
    return new RatedTemplate(template, Quality.of(Quality.SCORE_MAX));
  }

  @Test
  void the_worst_face_counts_a_third_of_the_best() {
    assertThat(fused(EAST, 0, NORTH, 0).vector()[0])
        .as("as much as the others, if none is better")
        .isCloseTo((float) Math.sqrt(0.5), within(1e-6f));
    float[] besideBest = fused(EAST, 0, NORTH, 100).vector();
    assertThat(besideBest[1] / besideBest[0]).isCloseTo(3, within(1e-5f));
  }

  @Test
  void the_order_of_faces_does_not_matter() {
    Random random = new Random(2);
    List<RatedTemplate> faces = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      faces.add(new RatedTemplate(template(random.nextLong()), Quality.of(random.nextInt(101))));
    }
    float[] fused = RatedTemplate.fused(faces).vector();
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(faces, random);
      assertThat(RatedTemplate.fused(faces).vector()).containsExactly(fused, within(1e-6f));
    }
  }

  @Test
  void an_only_face_stays_what_it_is() {
    RatedTemplate only = new RatedTemplate(template(3), Quality.of(0));
    assertThat(RatedTemplate.fused(List.of(only))).isSameAs(only.template());
  }

  @Test
  void opposite_faces_of_one_quality_fuse_to_the_first() {
    Template west = new Template("e", new float[] {-1, 0});
    assertThat(fused(EAST, 70, west, 70)).isEqualTo(EAST);
    assertThat(fused(EAST, 60, west, 70)).isEqualTo(west);
  }

  @Test
  void faces_of_different_embedders_are_never_fused() {
    assertThatThrownBy(() -> fused(EAST, 90, new Template("other", new float[] {1, 0}), 90))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("e[2]")
        .hasMessageContaining("other[2]");
  }

  @Test
  void a_quality_is_a_percentage() {
    assertThatThrownBy(() -> Quality.of(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Quality.of(101))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 to 100");
    assertThat(Quality.of(0).score()).hasValue(0);
    assertThat(Quality.UNKNOWN.score()).isEmpty();
    assertThat(List.of(Quality.of(7), Quality.UNKNOWN).toString()).isEqualTo("[7, unknown]");
  }
}
