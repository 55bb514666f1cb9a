package dev.mien.evaluate.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.evaluate.quality.LadderReport.Figures;
import dev.mien.evaluate.report.Interval;
import dev.mien.vision.quality.Completeness;
import dev.mien.vision.quality.FaceQuality;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DamageFiguresTest {

  @Test
  void a_face_that_is_gone_counts_as_refused_and_as_a_score_of_nothing() {
    Figures figures =
        DamageFigures.of(
            List.of(quality(90, 95, 50), quality(50, 70, 50), quality(40, 70, 20), gone()));

    assertThat(figures.faces()).isEqualTo(4);
    assertThat(figures.found().value()).isEqualTo(0.75);
    assertThat(figures.score().value()).isEqualTo(45);
    assertThat(figures.score().low()).isBetween(0.0, 45.0);
    assertThat(figures.score().high()).isBetween(45.0, 90.0);
    assertThat(figures.brightness()).isEqualTo(40);
    assertThat(figures.completeness()).containsEntry("chin", 100.0).hasSize(6);
    assertThat(figures.accepted())
        .extracting(Interval::value)
        .containsExactly(0.75, 0.75, 0.25, 0.25);
    assertThat(figures.refusedFor())
        .isEqualTo(Map.of("not found", 0.25, "Sharpness", 0.5, "Brightness", 0.25));
  }

  @Test
  void scores_fall_when_each_is_lower_than_the_one_before_or_nothing_is_left() {
    assertThat(DamageFigures.falls(List.of(90, 80, 30))).isTrue();
    assertThat(DamageFigures.falls(List.of(90, 0, 0))).isTrue();
    assertThat(DamageFigures.falls(List.of(90, 90, 30))).isFalse();
    assertThat(DamageFigures.rises(List.of(90, 90, 30))).isZero();
    assertThat(DamageFigures.rises(List.of(90, 30, 31))).isEqualTo(1);
    assertThat(DamageFigures.rises(List.of(90, 0, 3, 4))).isEqualTo(3);
  }

  @Test
  void faces_are_taken_from_all_over_the_list() {
    List<String> list = List.of("a", "b", "c", "d", "e", "f");

    assertThat(Ladders.spread(list, 3)).containsExactly("a", "c", "e");
    assertThat(Ladders.spread(list, 4)).containsExactly("a", "b", "d", "e");
    assertThat(Ladders.spread(list, 60)).isEqualTo(list);
  }

  private static Optional<FaceQuality> gone() {
    return Optional.empty();
  }

  private static Optional<FaceQuality> quality(int score, int sharpness, int brightness) {
    return Optional.of(new FaceQuality(score, sharpness, brightness, Completeness.WHOLE));
  }
}
