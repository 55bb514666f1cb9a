package dev.mien.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ErrorRatesTest {

  @Test
  void four_and_five_comparisons_are_counted_by_hand() {
    ErrorRates rates =
        new ErrorRates(new float[] {40, 60, 70, 80}, new float[] {10, 20, 30, 50, 65}, 0);

    assertThat(rates.falseMatchRate(50)).isEqualTo(2 / 5.0);
    assertThat(rates.falseNonMatchRate(50)).isEqualTo(1 / 4.0);
    assertThat(rates.falseMatchRate(Math.nextUp(50f))).isEqualTo(1 / 5.0);
    assertThat(rates.threshold(0.2)).isEqualTo(Math.nextUp(50f));
    assertThat(rates.threshold(0.39)).isEqualTo(Math.nextUp(50f));
    assertThat(rates.threshold(0.4)).isEqualTo(Math.nextUp(30f));
  }

  @Test
  void the_threshold_of_a_rate_never_exceeds_it_even_among_equal_scores() {
    ErrorRates rates = new ErrorRates(new float[] {9}, new float[] {1, 5, 5, 5, 7}, 0);

    assertThat(rates.falseMatchRate(rates.threshold(0.4))).isLessThanOrEqualTo(0.4);
    assertThat(rates.falseMatchRate(rates.threshold(0.8))).isLessThanOrEqualTo(0.8);
  }

  @Test
  void a_rate_that_needs_more_comparisons_than_there_are_is_not_told() {
    ErrorRates rates = new ErrorRates(new float[] {9}, new float[100], 0);

    assertThat(rates.canTell(0.01)).isTrue();
    assertThat(rates.canTell(0.009)).isFalse();
    assertThat(rates.threshold(0.009)).isNaN();
  }

  @Test
  void separated_scores_have_no_errors() {
    assertThat(new ErrorRates(new float[] {3, 4}, new float[] {1, 2}, 0).equalErrorRate()).isZero();
  }

  @Test
  void swapped_scores_are_all_errors() {
    assertThat(new ErrorRates(new float[] {1, 2}, new float[] {3, 4}, 0).equalErrorRate())
        .isEqualTo(1);
  }

  @Test
  void one_error_in_four_of_both_kinds_is_an_equal_error_rate_of_a_quarter() {
    ErrorRates rates = new ErrorRates(new float[] {3, 6, 7, 8}, new float[] {1, 2, 3.5f, 6.5f}, 0);

    assertThat(rates.equalErrorRate()).isEqualTo(0.25);
  }

  @Test
  void two_gaussians_have_the_equal_error_rate_of_the_closed_form() {
    // N(0, 1) and N(2, 1) cross at 1, where the normal distribution's tail is 0.158655.
    Random random = new Random(1);
    float[] genuine = new float[200_000];
    float[] impostor = new float[300_000];
    for (int i = 0; i < genuine.length; i++) {
      genuine[i] = (float) (2 + random.nextGaussian());
    }
    for (int i = 0; i < impostor.length; i++) {
      impostor[i] = (float) random.nextGaussian();
    }
    ErrorRates rates = new ErrorRates(genuine, impostor, 0);

    assertThat(rates.equalErrorRate()).isCloseTo(0.158655, within(0.002));
    // At FMR 1 % the threshold is 2.3263; misses are the normal distribution at 0.3263.
    assertThat(rates.threshold(0.01)).isCloseTo(2.3263, within(0.02));
    assertThat(rates.falseNonMatchRate(rates.threshold(0.01))).isCloseTo(0.62792, within(0.008));
  }

  @Test
  void comparisons_that_could_not_be_made_are_misses_at_every_threshold() {
    ErrorRates rates = new ErrorRates(new float[] {3, 4, 5}, new float[] {1, 2}, 1);

    assertThat(rates.falseNonMatchRate(0)).isEqualTo(0.25);
    assertThat(rates.genuineCount()).isEqualTo(4);
    assertThat(rates.equalErrorRate()).isEqualTo(0.125); // between no false match and one miss
  }

  @Test
  void without_comparisons_of_one_kind_there_is_no_equal_error_rate() {
    assertThat(new ErrorRates(new float[0], new float[] {1}, 0).equalErrorRate()).isNaN();
    assertThat(new ErrorRates(new float[] {1}, new float[0], 0).equalErrorRate()).isNaN();
  }
}
