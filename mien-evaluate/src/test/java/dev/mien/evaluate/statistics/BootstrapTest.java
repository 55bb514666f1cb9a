package dev.mien.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mien.evaluate.report.Interval;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  @Test
  void a_replicate_draws_as_many_as_there_are_and_the_same_each_time() {
    int[] drawn = Bootstrap.draw(50, 7);

    assertThat(Arrays.stream(drawn).sum()).isEqualTo(50);
    assertThat(Bootstrap.draw(50, 7)).isEqualTo(drawn);
    assertThat(Bootstrap.draw(50, 8)).isNotEqualTo(drawn);
  }

  @Test
  void the_interval_of_a_mean_is_that_of_its_standard_error() {
    // 100 units, 30 of them 1: the standard error is sqrt(.3 x .7 / 100) = 0.0458.
    double[] means = new double[2000];
    for (int replicate = 0; replicate < means.length; replicate++) {
      int[] drawn = Bootstrap.draw(100, replicate);
      means[replicate] = Arrays.stream(drawn, 0, 30).sum() / 100.0;
    }
    Interval interval = Bootstrap.interval(0.3, means);

    assertThat(interval.low()).isCloseTo(0.3 - 1.96 * 0.0458, within(0.015));
    assertThat(interval.high()).isCloseTo(0.3 + 1.96 * 0.0458, within(0.015));
  }

  @Test
  void percentiles_lie_between_the_two_nearest() {
    assertThat(Bootstrap.percentile(new double[] {0, 10, 20}, 0.25)).isEqualTo(5);
    assertThat(Bootstrap.percentile(new double[] {4}, 0.975)).isEqualTo(4);
  }

  @Test
  void too_few_replicates_with_a_result_have_no_bounds() {
    Interval interval = Bootstrap.interval(1, new double[] {1, Double.NaN});

    assertThat(interval.value()).isEqualTo(1);
    assertThat(interval.low()).isNaN();
  }
}
