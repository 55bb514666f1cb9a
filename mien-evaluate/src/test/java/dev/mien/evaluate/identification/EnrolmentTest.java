package dev.mien.evaluate.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.report.Failures;
import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Table;
import dev.mien.vision.embed.Embedding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnrolmentTest {
  private static final Batch<Embedding> EMBEDDED =
      new Batch<>(
          Map.of(
              "a1.jpg", new Embedding("e", new float[] {1, 0}),
              "a2.jpg", new Embedding("e", new float[] {0, 1}),
              "b1.jpg", new Embedding("e", new float[] {0.6f, 0.8f})),
          Failures.of(4, List.of()));

  @Test
  void all_faces_of_a_person_count_as_one_as_the_gallery_fuses_them() throws Exception {
    Enrolment enrolment = Enrolment.of(table("a1.jpg,a", "a2.jpg,a", "b1.jpg,b"), EMBEDDED);

    Enrolment fused = enrolment.fused();

    float half = (float) Math.sqrt(0.5);
    assertThat(enrolment.faces().get("a")).hasSize(2);
    assertThat(fused.faces().get("a")).hasSize(1);
    assertThat(fused.faces().get("a").getFirst().vector()).containsExactly(half, half);
    assertThat(fused.faces().get("b").getFirst().vector()).containsExactly(0.6f, 0.8f);
  }

  @Test
  void a_person_whose_pictures_all_failed_stays_enrolled_and_has_no_face() throws Exception {
    Enrolment enrolment = Enrolment.of(table("b1.jpg,b", "failed.jpg,c"), EMBEDDED);

    assertThat(enrolment.faces().get("c")).isEmpty();
    assertThat(enrolment.fused().faces().get("c")).isEmpty();
  }

  @Test
  void nobody_could_be_found_by_a_picture_without_an_identity() {
    assertThatThrownBy(() -> Enrolment.of(table("b1.jpg,"), EMBEDDED))
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
