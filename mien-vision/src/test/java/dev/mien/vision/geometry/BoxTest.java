package dev.mien.vision.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoxTest {

  @Test
  void half_covered_boxes_share_a_third_of_their_union() {
    assertThat(new Box(0, 0, 4, 2).intersectionOverUnion(new Box(2, 0, 4, 2)))
        .isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void boxes_that_only_touch_share_nothing() {
    assertThat(new Box(0, 0, 4, 2).intersection(new Box(4, 0, 4, 2))).isZero();
  }

  @Test
  void empty_boxes_do_not_divide_by_zero() {
    assertThat(new Box(1, 1, 0, 0).intersectionOverUnion(new Box(1, 1, 0, 0))).isZero();
  }

  @Test
  void a_box_has_no_negative_side() {
    assertThatThrownBy(() -> new Box(0, 0, -1, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Box(0, 0, Double.NaN, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
