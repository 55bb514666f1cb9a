package dev.mien.evaluate.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mien.evaluate.EvaluationException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiscardCurveTest {
  private static final int COUNT = 1000;

  @Test
  void misses_vanish_when_quality_knows_them() throws Exception {
    // The tenth of least quality is missed, all others match.
    DiscardCurve curve = curve(i -> i < COUNT / 10 ? 10 : 90);

    assertThat(curve.points().getFirst().falseNonMatchRate()).isCloseTo(0.1, within(1e-9));
    assertThat(curve.points().get(5).discarded()).isCloseTo(0.1, within(1e-9));
    assertThat(curve.points().get(5).falseNonMatchRate()).isZero();
    assertThat(curve.area()).isLessThan(0.2);
  }

  @Test
  void misses_stay_when_quality_knows_nothing() throws Exception {
    Random random = new Random(4);
    DiscardCurve curve = curve(_ -> random.nextInt(10) == 0 ? 10 : 90);

    assertThat(curve.area()).isCloseTo(1, within(0.15));
  }

  @Test
  void without_people_to_tell_apart_there_is_no_curve() {
    assertThatThrownBy(
            () ->
                DiscardCurve.of(new double[] {1}, new double[0], new float[0], new float[0], 1e-3))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("too few");
  }

  private static DiscardCurve curve(java.util.function.IntToDoubleFunction score)
      throws EvaluationException {
    double[] qualities = new double[COUNT];
    float[] scores = new float[COUNT];
    float[] impostors = new float[2000];
    for (int i = 0; i < COUNT; i++) {
      qualities[i] = i;
      scores[i] = (float) score.applyAsDouble(i);
    }
    for (int i = 0; i < impostors.length; i++) {
      impostors[i] = i * 0.02f;
    }
    return DiscardCurve.of(qualities, qualities, scores, impostors, 1e-3);
  }
}
