package dev.mien.gallery.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreLineTest {
  @ParameterizedTest
  @CsvSource({
    "FROM_10, 1e-3, 40", "FROM_10, 1e-4, 50", "FROM_10, 1e-5, 60", "FROM_10, 1e-9, 100",
    "FROM_10, 1, 10", "FROM_40, 1e-3, 70", "FROM_40, 1e-4, 80", "FROM_40, 1e-5, 90",
  })
  void published_points_lie_on_the_line(ScoreLine line, double rate, double score) {
    assertThat(line.score(rate).value()).isCloseTo(score, within(1e-9));
    assertThat(line.falseMatchRate(new Score(score))).isCloseTo(rate, within(rate * 1e-9));
  }

  /** The library's rate is its size times the rate of a pair. */
  @ParameterizedTest
  @CsvSource({
    "10000, 1e-2, 70", "10000, 1e-3, 80", "10000, 1e-4, 90", "100000, 1e-2, 80",
    "100000, 1e-3, 90", "100000, 1e-4, 100", "300000, 1e-2, 85", "300000, 1e-3, 95",
  })
  void published_points_of_libraries_lie_on_the_line(long faces, double rate, double score) {
    assertThat(ScoreLine.FROM_10.score(rate / faces).value()).isCloseTo(score, within(0.3));
  }

  @Test
  void scores_end_at_0_and_100() {
    assertThat(ScoreLine.FROM_40.score(1e-9).value()).isEqualTo(100);
    assertThat(ScoreLine.FROM_10.falseMatchRate(new Score(0))).isEqualTo(1);
    assertThatThrownBy(() -> new Score(100.001)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Score(-0.001)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Score(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "1.01", "NaN"})
  void what_is_no_rate_has_no_score(double rate) {
    assertThatThrownBy(() -> ScoreLine.FROM_10.score(rate))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_equal_score_reaches_a_threshold_but_does_not_exceed_it() {
    Score score = new Score(60);
    assertThat(score.reaches(new Score(60))).isTrue();
    assertThat(score.exceeds(new Score(60))).isFalse();
    assertThat(score.exceeds(new Score(59.9))).isTrue();
    assertThat(score.reaches(new Score(60.1))).isFalse();
  }
}
