package dev.mien.evaluate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreBinsTest {

  @Test
  void binned_rates_are_those_of_the_exact_scores() {
    Random random = new Random(2);
    float[] genuine = new float[4000];
    float[] impostor = new float[20_000];
    ScoreBins bins = new ScoreBins();
    for (int i = 0; i < genuine.length; i++) {
      genuine[i] = (float) Math.clamp(55 + 15 * random.nextGaussian(), 0, 100);
      bins.add(true, ScoreBins.bin(genuine[i]), 1);
    }
    for (int i = 0; i < impostor.length; i++) {
      impostor[i] = (float) Math.clamp(20 + 10 * random.nextGaussian(), 0, 100);
      bins.add(false, ScoreBins.bin(impostor[i]), 1);
    }
    bins.addFailedGenuine(100);
    ErrorRates exact = new ErrorRates(genuine, impostor, 100);

    assertThat(bins.equalErrorRate()).isCloseTo(exact.equalErrorRate(), within(1e-3));
    assertThat(bins.falseMatchRate(ScoreBins.bin(40)))
        .isCloseTo(exact.falseMatchRate(40), within(1e-9));
    assertThat(bins.falseNonMatchRate(bins.threshold(0.01)))
        .isCloseTo(exact.falseNonMatchRate(exact.threshold(0.01)), within(1e-3));
  }

  @Test
  void a_comparison_that_counts_twice_is_two_comparisons() {
    ScoreBins bins = new ScoreBins();
    bins.add(false, 10, 2);
    bins.add(false, 20, 1);
    bins.add(true, 30, 3);

    assertThat(bins.falseMatchRate(15)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(bins.mostAccurate()).isEqualTo(21);
    assertThat(bins.accuracy(21)).isEqualTo(1);
  }

  @Test
  void scores_at_the_ends_have_bins() {
    assertThat(ScoreBins.bin(0)).isZero();
    assertThat(ScoreBins.bin(100)).isEqualTo(ScoreBins.COUNT - 1);
    assertThat(ScoreBins.bin(40)).isEqualTo(8000);
  }
}
