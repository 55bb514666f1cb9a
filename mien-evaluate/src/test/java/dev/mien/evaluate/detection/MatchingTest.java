package dev.mien.evaluate.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mien.evaluate.detection.Matching.Judged;
import dev.mien.vision.geometry.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private static final Box HERE = new Box(0, 0, 100, 100);
  private static final Box THERE = new Box(500, 0, 100, 100);

  @Test
  void a_face_is_found_once_and_a_second_box_on_it_is_false() {
    Matching matching =
        Matching.of(
            List.of(new LabelledFace(HERE, true), new LabelledFace(THERE, true)),
            List.of(new FoundFace(HERE, 0.8), new FoundFace(new Box(5, 5, 100, 100), 0.9)));

    assertThat(matching.found()).containsExactly(new Judged(0.9, true), new Judged(0.8, false));
    assertThat(matching.missed()).isEqualTo(1);
  }

  @Test
  void faces_that_need_not_be_found_count_neither_way() {
    Matching matching =
        Matching.of(
            List.of(new LabelledFace(HERE, false)),
            List.of(new FoundFace(HERE, 0.9), new FoundFace(THERE, 0.7)));

    assertThat(matching.found()).containsExactly(new Judged(0.7, false));
    assertThat(matching.ignored()).isEqualTo(1);
    assertThat(matching.missed()).isZero();
  }

  @Test
  void average_precision_is_the_area_that_hand_and_paper_give() {
    // Right, false, right; one of three is missed: precision 1 up to recall 1/3, 2/3 up to 2/3.
    PrecisionRecall curve =
        PrecisionRecall.of(
            List.of(
                new Matching(List.of(new Judged(0.9, true), new Judged(0.8, false)), 0, 0),
                new Matching(List.of(new Judged(0.7, true)), 1, 0)));

    assertThat(curve.required()).isEqualTo(3);
    assertThat(curve.finalRecall()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(curve.averagePrecision()).isCloseTo(1 / 3.0 + 2 / 9.0, within(1e-12));
  }

  @Test
  void without_required_faces_nothing_can_be_told() {
    PrecisionRecall curve = PrecisionRecall.of(List.of(new Matching(List.of(), 0, 0)));

    assertThat(curve.averagePrecision()).isNaN();
    assertThat(curve.finalRecall()).isNaN();
  }
}
