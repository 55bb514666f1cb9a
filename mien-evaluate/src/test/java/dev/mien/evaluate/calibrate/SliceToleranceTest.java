package dev.mien.evaluate.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceToleranceTest {

  @Test
  void one_factor_holds_for_all_rates() {
    SliceTolerance tolerance = SliceTolerance.parse("2.7");

    assertThat(tolerance.at(-1)).isEqualTo(2.7);
    assertThat(tolerance.at(-9)).isEqualTo(2.7);
  }

  @Test
  void between_two_rates_the_factor_changes_evenly_and_beyond_them_not_at_all() {
    SliceTolerance tolerance = SliceTolerance.parse("1e-3=4,1e-4=2.5");

    assertThat(tolerance.at(-2)).isEqualTo(4);
    assertThat(tolerance.at(-3)).isEqualTo(4);
    assertThat(tolerance.at(-3.5)).isCloseTo(3.25, within(1e-9));
    assertThat(tolerance.at(-4)).isEqualTo(2.5);
    assertThat(tolerance.at(-6)).isEqualTo(2.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "many",
        "0.9",
        "NaN",
        "1e-3",
        "1e-3=",
        "=3",
        "1e-3=0.5",
        "0=3",
        "2=3",
        "-1=3",
        "1e-3=3,1e-3=4",
        "1e-3=3;1e-4=2",
        "1e-3=3,",
        "1e-3=3,1e-4=30",
        "1e-3=NaN",
        "NaN=3"
      })
  void what_is_no_tolerance_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> SliceTolerance.parse(text));
  }
}
