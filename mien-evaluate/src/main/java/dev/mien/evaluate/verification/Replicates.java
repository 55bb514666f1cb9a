package dev.mien.evaluate.verification;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.run.Crew;
import dev.mien.evaluate.statistics.Bootstrap;
import dev.mien.evaluate.statistics.ScoreBins;

/**
 * The figures of comparisons again and again, with persons drawn anew each time. A comparison of
 * two persons who were drawn m and n times counts m x n times, one within a person m times.
 */
final class Replicates {
  private static final int MOST = 400;
  private static final int LEAST = 40;

  /** Visits of all replicates together: about ten seconds of one core. */
  private static final long MAX_VISITS = 2_000_000_000L;

  private final Comparisons comparisons;
  private final double[] scores;
  private final Crew crew;

  /**
   * For these comparisons, whose subjects must be known.
   *
   * @param scores at which both error rates are wanted
   */
  Replicates(Comparisons comparisons, double[] scores, Crew crew) {
    this.comparisons = comparisons;
    this.scores = scores.clone();
    this.crew = crew;
  }

  /**
   * Each figure's replicates: the equal error rate, misses at each of {@link
   * ErrorFigures#FALSE_MATCH_RATES}, then for each score the false match rate and the misses.
   */
  double[][] figures() throws EvaluationException {
    int count = Math.clamp(MAX_VISITS / Math.max(1, comparisons.size()), LEAST, MOST);
    double[][] figures =
        new double[1 + ErrorFigures.FALSE_MATCH_RATES.length + 2 * scores.length][count];
    char[] bins = new char[comparisons.size()];
    comparisons.forEach((index, _, _, _, score) -> bins[index] = (char) ScoreBins.bin(score));
    crew.forEach(
        count,
        replicate -> {
          double[] computed = compute(replicate, bins);
          for (int i = 0; i < computed.length; i++) {
            figures[i][replicate] = computed[i];
          }
        });
    return figures;
  }

  private double[] compute(int replicate, char[] bins) {
    int[] drawn = Bootstrap.draw(comparisons.subjects(), replicate);
    ScoreBins counted = new ScoreBins();
    comparisons.forEach(
        (index, one, other, same, _) ->
            counted.add(
                same, bins[index], one == other ? drawn[one] : (long) drawn[one] * drawn[other]));
    long[] failed = comparisons.failedGenuine();
    for (int subject = 0; subject < failed.length; subject++) {
      counted.addFailedGenuine(failed[subject] * drawn[subject]);
    }
    double[] figures = new double[1 + ErrorFigures.FALSE_MATCH_RATES.length + 2 * scores.length];
    int at = 0;
    figures[at++] = counted.equalErrorRate();
    for (double rate : ErrorFigures.FALSE_MATCH_RATES) {
      figures[at++] = counted.falseNonMatchRate(counted.threshold(rate));
    }
    for (double score : scores) {
      figures[at++] = counted.falseMatchRate(ScoreBins.bin(score));
      figures[at++] = counted.falseNonMatchRate(ScoreBins.bin(score));
    }
    return figures;
  }
}
