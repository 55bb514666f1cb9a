package dev.mien.evaluate.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TailFitTest {

  private static final int PAIRS = 1_000_000;

  private final Random random = new Random(3);

  @Test
  void the_parameters_of_a_generalised_pareto_tail_are_found_again() {
    for (double shape : new double[] {-0.15, 0, 0.2}) {
      SimilarityHistogram histogram = new SimilarityHistogram();
      for (int i = 0; i < PAIRS; i++) {
        double u = 1 - random.nextDouble();
        double excess = shape == 0 ? -Math.log(u) : (Math.pow(u, -shape) - 1) / shape;
        histogram.add(0.05 * excess);
      }

      TailFit fit = TailFit.from(histogram, 0);

      assertThat(fit.shape()).isCloseTo(shape, within(0.01));
      assertThat(fit.scale()).isCloseTo(0.05, within(5e-4));
    }
  }

  @Test
  void a_gaussian_tail_is_continued_two_decades_beyond_what_was_counted() {
    SimilarityHistogram histogram = new SimilarityHistogram();
    for (int i = 0; i < PAIRS; i++) {
      histogram.add(0.1 * random.nextGaussian());
    }

    TailFit fit = TailFit.of(histogram);

    // Standard deviations that a Gaussian exceeds with probability 1e-4, 1e-5, 1e-6 and 1e-7.
    assertThat(fit.log10Rate(0.3719)).isCloseTo(-4, within(0.05));
    assertThat(fit.log10Rate(0.4265)).isCloseTo(-5, within(0.15));
    assertThat(fit.log10Rate(0.4753)).isCloseTo(-6, within(0.35));
    assertThat(fit.log10Rate(0.5199)).isCloseTo(-7, within(0.7));
  }

  @Test
  void an_exponential_tail_is_continued_three_decades_beyond_what_was_counted() {
    SimilarityHistogram histogram = new SimilarityHistogram();
    for (int i = 0; i < PAIRS; i++) {
      histogram.add(-0.04 * Math.log(1 - random.nextDouble()) - 0.5);
    }

    TailFit fit = TailFit.of(histogram);

    for (int decade = 3; decade <= 6; decade++) {
      assertThat(fit.log10Rate(0.04 * decade * Math.log(10) - 0.5))
          .isCloseTo(-decade, within(0.15 * decade));
    }
  }

  @Test
  void wrong_labels_cannot_make_the_tail_heavier_than_its_bound() {
    SimilarityHistogram histogram = new SimilarityHistogram();
    for (int i = 0; i < 10_000; i++) {
      histogram.add(i < 9_900 ? 0.001 * random.nextDouble() : 0.9);
    }

    assertThat(TailFit.from(histogram, 0).shape()).isLessThanOrEqualTo(0.4);
  }

  @Test
  void pairs_that_are_all_alike_have_no_tail() {
    SimilarityHistogram histogram = new SimilarityHistogram();

    assertThatThrownBy(() -> TailFit.from(histogram, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no tail");
  }
}
