package dev.mien.evaluate.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.identification.Enrolment.Enrolled;
import dev.mien.evaluate.report.Failures;
import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Table;
import dev.mien.gallery.Quality;
import dev.mien.vision.embed.Embedding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnrolmentTest {
  private static final Batch<Enrolled> LOOKED =
      new Batch<>(
          Map.of(
              "a1.jpg", new Enrolled(new Embedding("e", new float[] {1, 0}), Quality.of(80)),
              "a2.jpg", new Enrolled(new Embedding("e", new float[] {0, 1}), Quality.of(20)),
              "b1.jpg", new Enrolled(new Embedding("e", new float[] {0.6f, 0.8f}), Quality.of(9))),
          Failures.of(4, List.of()));

  @Test
  void all_faces_of_a_person_count_as_one_as_the_gallery_fuses_them() throws Exception {
    Enrolment enrolment = Enrolment.of(table("a1.jpg,a", "a2.jpg,a", "b1.jpg,b"), LOOKED);

    Map<String, List<Embedding>> fused = enrolment.fused();

    assertThat(enrolment.each().get("a")).hasSize(2);
    float[] ofTwo = fused.get("a").getFirst().vector();
    assertThat(fused.get("a")).hasSize(1);
    assertThat(ofTwo[0] * ofTwo[0] + ofTwo[1] * ofTwo[1]).isCloseTo(1, within(1e-6f));
    assertThat(ofTwo[0]).as("the better face counts more").isGreaterThan(1.5f * ofTwo[1]);
    assertThat(fused.get("b").getFirst().vector()).containsExactly(0.6f, 0.8f);
  }

  @Test
  void a_person_whose_pictures_all_failed_stays_enrolled_and_has_no_face() throws Exception {
    Enrolment enrolment = Enrolment.of(table("b1.jpg,b", "failed.jpg,c"), LOOKED);

    assertThat(enrolment.each().get("c")).isEmpty();
    assertThat(enrolment.fused().get("c")).isEmpty();
  }

  @Test
  void nobody_could_be_found_by_a_picture_without_an_identity() {
    assertThatThrownBy(() -> Enrolment.of(table("b1.jpg,"), LOOKED))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("b1.jpg");
  }

  private static Table table(String... rows) {
    List<String> columns = List.of("path", "identity");
    return new Table(
        columns,
        List.of(rows).stream().map(row -> new Row(columns, List.of(row.split(",", -1)))).toList());
  }
}
