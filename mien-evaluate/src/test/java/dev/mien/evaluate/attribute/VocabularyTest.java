package dev.mien.evaluate.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.table.Row;
import dev.mien.vision.attribute.HeadRole;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  @Test
  void classes_go_by_their_names_and_by_the_codes_of_the_api() throws Exception {
    assertThat(label("glasses_kind", "sun")).isEqualTo("sun");
    assertThat(label("glasses_kind", "2")).isEqualTo("sun");
    assertThat(label("mask_kind", "Off-Face")).isEqualTo("off-face");
    assertThat(label("No_Beard", "1")).isEqualTo("no");
    assertThat(label("Male", "0")).isEqualTo("female");
    assertThat(label("pose", "left_profile")).isEqualTo("left");
  }

  @Test
  void an_unknown_word_is_refused_by_its_picture_and_column() {
    assertThatThrownBy(() -> label("hair_colour", "pink"))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("a.jpg")
        .hasMessageContaining("'pink'")
        .hasMessageContaining("hair_colour")
        .hasMessageContaining("golden");
  }

  @Test
  void nothing_and_a_dash_are_no_labels() {
    assertThat(term("smile").isLabelled(row("smile", ""))).isFalse();
    assertThat(term("smile").isLabelled(row("smile", "-"))).isFalse();
    assertThat(term("smile").isLabelled(row("smile", "0"))).isTrue();
  }

  @Test
  void every_head_of_a_pack_has_a_column() {
    List<HeadRole> labelled =
        Vocabulary.columns().stream()
            .map(column -> Vocabulary.head(term(column).attribute()))
            .flatMap(Optional::stream)
            .distinct()
            .toList();

    assertThat(labelled).containsExactlyInAnyOrderElementsOf(Arrays.asList(HeadRole.values()));
  }

  @Test
  void numbers_have_no_words() {
    assertThat(term("age").isQuantity()).isTrue();
    assertThat(term("gender").isQuantity()).isFalse();
  }

  private static String label(String column, String text) throws EvaluationException {
    return term(column).label(row(column, text));
  }

  private static Term term(String column) {
    return Vocabulary.term(column).orElseThrow();
  }

  private static Row row(String column, String text) {
    return new Row(List.of("path", column), List.of("a.jpg", text));
  }
}
