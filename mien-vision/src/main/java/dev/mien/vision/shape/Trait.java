package dev.mien.vision.shape;

import java.util.Arrays;

/**
 * What a trait of a face is.
 *
 * @param <E> the kinds there are
 * @param kind the likeliest one
 * @param probability of that kind, 1 / (number of kinds) to 1
 */
public record Trait<E extends Enum<E>>(E kind, double probability) {

  public Trait {
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability " + probability);
    }
  }

  /** One of two kinds, by the log-odds of the second. */
  static <E extends Enum<E>> Trait<E> ofTwo(E first, E second, double logOdds) {
    double probability = 1 / (1 + Math.exp(-Math.abs(logOdds)));
    return new Trait<>(logOdds > 0 ? second : first, probability);
  }

  /** The kind with the highest score; probabilities are in proportion to the scores' exponents. */
  static <E extends Enum<E>> Trait<E> ofScores(E[] kinds, double... scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    double highest = scores[best];
    double sum = Arrays.stream(scores).map(score -> Math.exp(score - highest)).sum();
    return new Trait<>(kinds[best], 1 / sum);
  }
}
