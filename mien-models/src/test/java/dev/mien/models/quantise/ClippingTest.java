package dev.mien.models.quantise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ClippingTest {
  private static final int NUMBERS = 100_000;

  @Test
  void the_widest_range_holds_every_number_and_zero() {
    Histogram seen = new Histogram();
    seen.add(3);
    seen.add(0.25f);

    assertThat(Clipping.MIN_MAX.range(seen)).isEqualTo(new Range(0, 3));
  }

  @Test
  void a_percentile_leaves_out_the_outermost_numbers_of_both_sides() {
    Histogram seen = new Histogram();
    for (int i = 0; i < NUMBERS; i++) {
      seen.add(i % 2 == 0 ? 1 : -2);
    }
    seen.add(1000);
    seen.add(-3000);

    Range range = Clipping.PERCENTILE.range(seen);

    // Bins are 2 wide by now, up to the farthest number.
    assertThat(range.high()).isCloseTo(1, within(2.0));
    assertThat(range.low()).isCloseTo(-2, within(2.0));
  }

  @Test
  void the_least_error_clips_a_lonely_outlier_and_keeps_an_even_spread() {
    Random random = new Random(1);
    Histogram even = new Histogram();
    Histogram lonely = new Histogram();
    for (int i = 0; i < NUMBERS; i++) {
      float number = random.nextFloat();
      even.add(number);
      lonely.add(number);
    }
    lonely.add(4);

    assertThat(Clipping.LEAST_ERROR.range(even).high()).isCloseTo(1, within(0.01));
    // The sum of (4 - t)^2 and of 100,000 roundings, (t / 255)^2 / 12 each, is least at 3.55.
    assertThat(Clipping.LEAST_ERROR.range(lonely).high()).isCloseTo(3.55, within(0.05));
    assertThat(Clipping.LEAST_ERROR.range(lonely).low()).isZero();
  }

  @Test
  void the_order_of_the_numbers_does_not_matter() {
    Histogram up = new Histogram();
    Histogram down = new Histogram();
    for (int i = -500; i <= 700; i++) {
      up.add(i / 7f);
      down.add((200 - i) / 7f);
    }

    assertThat(up).hasToString(down.toString());
    for (Clipping clipping : Clipping.values()) {
      assertThat(clipping.range(up)).isEqualTo(clipping.range(down));
    }
  }

  @Test
  void the_squared_error_is_that_of_rounding_within_and_of_the_distance_outside() {
    Histogram seen = new Histogram();
    seen.add(0.5f);
    seen.add(3);
    seen.add(0);

    // A step of 1 / 255 for the number within, 2 from the end for that outside (bins are 2^-9
    // wide).
    assertThat(seen.squaredError(new Range(0, 1))).isCloseTo(4, within(0.01));
    assertThat(seen.squaredError(new Range(0, 255))).isCloseTo(2 / 12.0, within(1e-6));
  }

  @Test
  void numbers_that_are_none_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Histogram().add(Float.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Histogram().add(Float.POSITIVE_INFINITY));
  }

  @Test
  void zero_is_a_step_of_every_range() {
    for (Range range : new Range[] {new Range(-1, 2), new Range(0, 6), new Range(-3, 0)}) {
      assertThat(range.zeroPoint()).isBetween(0, 255);
      assertThat(-range.zeroPoint() * range.scale())
          .isCloseTo((float) range.low(), within(range.scale()));
    }
    assertThat(new Range(0, 0).scale()).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> new Range(1, 2));
  }
}
