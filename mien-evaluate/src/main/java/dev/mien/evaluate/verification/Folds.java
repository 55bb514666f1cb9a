package dev.mien.evaluate.verification;

import dev.mien.evaluate.statistics.ScoreBins;
import dev.mien.evaluate.verification.VerificationFigures.Accuracy;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Accuracy with ten folds: the threshold is chosen on nine, the accuracy told on the tenth.
 *
 * <p>Where persons are known, they are dealt to the folds; a threshold is then chosen on
 * comparisons of persons none of whom is in the fold, and judged on those within it. Where they are
 * not, the tenths of a list are the folds, of each kind apart: so Labeled Faces in the Wild lists
 * its official folds.
 */
final class Folds {
  private static final int FOLDS = 10;
  private static final long SEED = 10;

  private Folds() {}

  static Accuracy accuracy(Comparisons comparisons) {
    return comparisons.subjects() > 0 ? byPerson(comparisons) : byOrder(comparisons);
  }

  private static Accuracy byPerson(Comparisons comparisons) {
    int[] fold = new int[comparisons.subjects()];
    int[] order = shuffled(comparisons.subjects());
    for (int i = 0; i < order.length; i++) {
      fold[order[i]] = i % FOLDS;
    }
    // One count for each pair of folds, so that each fold's own and others' can be put together.
    ScoreBins[][] counted = new ScoreBins[FOLDS][FOLDS];
    for (ScoreBins[] row : counted) {
      Arrays.setAll(row, _ -> new ScoreBins());
    }
    comparisons.forEach(
        (_, one, other, same, score) -> {
          int low = Math.min(fold[one], fold[other]);
          int high = Math.max(fold[one], fold[other]);
          counted[low][high].add(same, ScoreBins.bin(score), 1);
        });
    long[] failed = comparisons.failedGenuine();
    for (int subject = 0; subject < failed.length; subject++) {
      counted[fold[subject]][fold[subject]].addFailedGenuine(failed[subject]);
    }
    double[] accuracies = new double[FOLDS];
    for (int test = 0; test < FOLDS; test++) {
      ScoreBins others = new ScoreBins();
      for (int low = 0; low < FOLDS; low++) {
        for (int high = low; high < FOLDS; high++) {
          if (low != test && high != test) {
            others.addAll(counted[low][high]);
          }
        }
      }
      accuracies[test] = counted[test][test].accuracy(others.mostAccurate());
    }
    return summary(accuracies, "persons");
  }

  private static int[] shuffled(int count) {
    int[] order = new int[count];
    Arrays.setAll(order, i -> i);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  private static Accuracy byOrder(Comparisons comparisons) {
    int[] totals = new int[2];
    comparisons.forEach((_, _, _, same, _) -> totals[same ? 1 : 0]++);
    ScoreBins[] counted = new ScoreBins[FOLDS];
    Arrays.setAll(counted, _ -> new ScoreBins());
    int[] seen = new int[2];
    comparisons.forEach(
        (_, _, _, same, score) -> {
          int kind = same ? 1 : 0;
          int fold = (int) ((long) seen[kind]++ * FOLDS / totals[kind]);
          counted[fold].add(same, ScoreBins.bin(score), 1);
        });
    // A failed comparison of the same person is wrong at any threshold: dealt out evenly.
    long failed = Arrays.stream(comparisons.failedGenuine()).sum();
    for (int i = 0; i < FOLDS; i++) {
      counted[i].addFailedGenuine(failed * (i + 1) / FOLDS - failed * i / FOLDS);
    }
    double[] accuracies = new double[FOLDS];
    for (int test = 0; test < FOLDS; test++) {
      ScoreBins others = new ScoreBins();
      for (int i = 0; i < FOLDS; i++) {
        if (i != test) {
          others.addAll(counted[i]);
        }
      }
      accuracies[test] = counted[test].accuracy(others.mostAccurate());
    }
    return summary(accuracies, "order of the list");
  }

  private static Accuracy summary(double[] accuracies, String split) {
    double[] known = Arrays.stream(accuracies).filter(Double::isFinite).toArray();
    double mean = Arrays.stream(known).average().orElse(Double.NaN);
    double squares = Arrays.stream(known).map(x -> (x - mean) * (x - mean)).sum();
    double error = Math.sqrt(squares / (known.length - 1.0) / known.length);
    return new Accuracy(mean, error, known.length, split);
  }
}
