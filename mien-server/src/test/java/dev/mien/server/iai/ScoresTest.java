package dev.mien.server.iai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.score.Score;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoresTest {

  @ParameterizedTest
  @CsvSource({"100, 100", "59.999, 59.99", "60, 60", "59.99, 59.99", "0.004, 0"})
  void a_score_has_two_decimals_and_never_looks_higher_than_it_is(double score, double shown) {
    assertThat(Scores.onWire(new Score(score))).isEqualTo(shown);
  }
}
