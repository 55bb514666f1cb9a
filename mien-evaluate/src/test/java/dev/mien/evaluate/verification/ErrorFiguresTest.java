package dev.mien.evaluate.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mien.evaluate.run.Crew;
import dev.mien.evaluate.verification.VerificationFigures.AtScore;
import dev.mien.gallery.score.ScoreLine;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ErrorFiguresTest {
  private static final ErrorFigures FIGURES = new ErrorFigures(ScoreLine.FROM_10, new Crew(2));

  @Test
  void every_picture_of_forty_people_is_compared_with_every_other() throws Exception {
    VerificationFigures figures = FIGURES.of(people(40, 3, 0));

    assertThat(figures.genuine()).isEqualTo(40 * 3);
    assertThat(figures.impostor()).isEqualTo(120 * 119 / 2 - 40 * 3);
    assertThat(figures.intervals()).isEqualTo("bootstrap over persons");
    assertThat(figures.accuracy().folds()).isEqualTo(10);
    // Scores of N(60, 10) and N(20, 10): the rates cross at 40, two deviations away from both.
    assertThat(figures.equalErrorRate().value()).isCloseTo(0.02275, within(0.015));
    assertThat(figures.equalErrorRate().low()).isLessThanOrEqualTo(0.02275);
    assertThat(figures.equalErrorRate().high()).isGreaterThanOrEqualTo(0.02275);
    assertThat(figures.accuracy().mean()).isCloseTo(0.977, within(0.03));
  }

  @Test
  void scores_are_judged_by_the_rate_they_stand_for() throws Exception {
    AtScore forty = FIGURES.of(people(40, 3, 0)).atScore().getFirst();

    assertThat(forty.score()).isEqualTo(40);
    assertThat(forty.nominal()).isCloseTo(1e-3, within(1e-9));
    assertThat(forty.falseMatchRate().value()).isCloseTo(0.02275, within(0.006));
    assertThat(forty.falseMatchRate().low()).isLessThan(forty.falseMatchRate().value());
  }

  @Test
  void failed_pictures_are_misses() throws Exception {
    VerificationFigures figures = FIGURES.of(people(40, 3, 30));

    assertThat(figures.genuine()).isEqualTo(40 * 3 + 30);
    assertThat(figures.genuineFailed()).isEqualTo(30);
    assertThat(figures.atFalseMatchRate().getFirst().falseNonMatchRate().value())
        .isGreaterThanOrEqualTo(30 / 150.0);
  }

  @Test
  void the_official_order_of_labeled_faces_makes_the_folds() throws Exception {
    int[] none = new int[0];
    BitSet same = new BitSet();
    float[] scores = new float[200];
    for (int i = 0; i < scores.length; i++) {
      same.set(i, i / 10 % 2 == 0); // ten of the same, ten of different people, and so on
      scores[i] = same.get(i) ? 60 : 20;
    }
    scores[0] = 10; // one miss, in the first fold

    VerificationFigures figures =
        FIGURES.of(new ListedComparisons(none, none, same, scores, 0, new long[1], 0));

    assertThat(figures.accuracy().split()).isEqualTo("order of the list");
    assertThat(figures.accuracy().mean()).isCloseTo(1 - 0.05 / 10, within(1e-9));
    // One fold at 0.95, nine at 1: the deviation is 0.0158, of the mean of ten 0.005.
    assertThat(figures.accuracy().standardError()).isCloseTo(0.005, within(1e-9));
    assertThat(figures.intervals()).isEqualTo("Wilson");
  }

  /** People whose scores are drawn from N(60, 10) with themselves and N(20, 10) with others. */
  private static Comparisons people(int people, int picturesEach, int failed) {
    Random random = new Random(3);
    int pictures = people * picturesEach;
    int[] subject = new int[pictures];
    float[] scores = new float[pictures * (pictures - 1) / 2];
    int index = 0;
    for (int i = 0; i < pictures; i++) {
      subject[i] = i / picturesEach;
      for (int j = 0; j < i; j++) {
        double mean = subject[i] == subject[j] ? 60 : 20;
        scores[index++] = (float) Math.clamp(mean + 10 * random.nextGaussian(), 0, 100);
      }
    }
    long[] failedGenuine = new long[people];
    failedGenuine[0] = failed;
    return new AllComparisons(subject, scores, people, failedGenuine, 0);
  }
}
