package dev.mien.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mien.evaluate.report.Interval;
import org.junit.jupiter.api.Test;

class ProportionTest {

  @Test
  void half_of_ten_has_the_bounds_of_the_text_books() {
    Interval half = Proportion.of(5, 10);

    assertThat(half.value()).isEqualTo(0.5);
    assertThat(half.low()).isCloseTo(0.2366, within(1e-4));
    assertThat(half.high()).isCloseTo(0.7634, within(1e-4));
  }

  @Test
  void none_of_ten_may_still_be_a_quarter() {
    Interval none = Proportion.of(0, 10);

    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.2775, within(1e-4));
  }

  @Test
  void all_of_ten_is_the_mirror_image_of_none() {
    Interval all = Proportion.of(10, 10);

    assertThat(all.high()).isEqualTo(1);
    assertThat(all.low()).isCloseTo(1 - 0.2775, within(1e-4));
  }

  @Test
  void nothing_is_known_of_no_trials() {
    assertThat(Proportion.of(0, 0)).isEqualTo(Interval.UNKNOWN);
  }

  @Test
  void more_successes_than_trials_are_refused() {
    assertThatThrownBy(() -> Proportion.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
