package dev.mien.gallery.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mien.gallery.score.Calibration.Point;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private final Calibration calibration =
      new Calibration(List.of(new Point(0.2, 1e-1), new Point(0.4, 1e-3)));

  @Test
  void measured_points_are_met() {
    assertThat(calibration.falseMatchRate(0.2)).isCloseTo(1e-1, within(1e-12));
    assertThat(calibration.falseMatchRate(0.4)).isCloseTo(1e-3, within(1e-12));
  }

  @Test
  void between_points_the_logarithm_is_linear() {
    assertThat(calibration.falseMatchRate(0.3)).isCloseTo(1e-2, within(1e-12));
  }

  @Test
  void below_the_table_the_rate_runs_to_1_and_above_it_to_the_rate_of_identity() {
    assertThat(calibration.falseMatchRate(-1)).isEqualTo(1);
    assertThat(calibration.falseMatchRate(-0.4)).isCloseTo(Math.sqrt(0.1), within(1e-9));
    assertThat(calibration.falseMatchRate(0.7)).isCloseTo(1e-6, within(1e-15));
    assertThat(calibration.falseMatchRate(1)).isEqualTo(1e-9);
  }

  @Test
  void rounding_errors_beyond_the_ends_are_forgiven() {
    assertThat(calibration.falseMatchRate(1.0000001)).isEqualTo(1e-9);
    assertThat(calibration.falseMatchRate(0.9999999)).isEqualTo(1e-9);
    assertThat(calibration.falseMatchRate(-1.0000001)).isEqualTo(1);
    assertThatThrownBy(() -> calibration.falseMatchRate(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_rate_never_rises_with_similarity() {
    double before = 1;
    for (double similarity = -1.01; similarity <= 1.01; similarity += 0.001) {
      double rate = calibration.falseMatchRate(similarity);
      assertThat(rate).isLessThanOrEqualTo(before).isBetween(1e-9, 1.0);
      before = rate;
    }
  }

  @Test
  void points_at_the_ends_of_the_axis_are_allowed() {
    Calibration whole = new Calibration(List.of(new Point(-1, 0.9), new Point(1, 1e-6)));
    assertThat(whole.falseMatchRate(-1)).isCloseTo(0.9, within(1e-12));
    assertThat(whole.falseMatchRate(1)).isEqualTo(1e-9);
  }

  @Test
  void tables_that_are_empty_unsorted_or_rising_are_refused() {
    List<List<Point>> wrong =
        List.of(
            List.of(),
            List.of(new Point(0.4, 1e-1), new Point(0.2, 1e-2)),
            List.of(new Point(0.2, 1e-1), new Point(0.2, 1e-2)),
            List.of(new Point(0.2, 1e-2), new Point(0.4, 1e-2)),
            List.of(new Point(0.2, 1e-2), new Point(0.4, 1e-1)));
    assertThat(wrong)
        .allSatisfy(
            points ->
                assertThatThrownBy(() -> new Calibration(points))
                    .isInstanceOf(IllegalArgumentException.class));
    assertThatThrownBy(() -> new Point(1.1, 0.1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Point(0.1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Point(Double.NaN, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_embedder_without_a_table_has_no_scores() {
    Calibrations calibrations = new Calibrations(Map.of("known", calibration));
    assertThat(calibrations.score("known", ScoreLine.FROM_10, 0.4).value())
        .isCloseTo(40, within(1e-9));
    assertThatThrownBy(() -> calibrations.score("unknown", ScoreLine.FROM_10, 0.4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown");
  }
}
