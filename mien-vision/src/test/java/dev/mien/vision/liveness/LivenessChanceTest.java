package dev.mien.vision.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.vision.liveness.LivenessChance.Weighed;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivenessChanceTest {

  private static final List<Weighed> WEIGHED = List.of(new Weighed(10, 2, 0.5));

  @Test
  void a_cue_counts_by_its_distance_from_the_mean() {
    assertThat(LivenessChance.logOdds(new double[] {0, 0, 10}, WEIGHED)).isZero();
    assertThat(LivenessChance.logOdds(new double[] {0, 0, 12}, WEIGHED)).isEqualTo(0.5);
    assertThat(LivenessChance.logOdds(new double[] {2, 1, 8}, WEIGHED))
        .isEqualTo(3 * LivenessChance.NET_WEIGHT - 0.5);
  }

  @Test
  void an_outlier_says_no_more_than_a_far_one() {
    double far = 10 + 2 * LivenessChance.FARTHEST;

    assertThat(LivenessChance.logOdds(new double[] {0, 0, 1e9}, WEIGHED))
        .isEqualTo(LivenessChance.logOdds(new double[] {0, 0, far}, WEIGHED));
  }

  @Test
  void cues_that_the_weights_do_not_know_are_refused() {
    assertThatThrownBy(() -> LivenessChance.of(new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 cues");
  }
}
