package dev.mien.evaluate.identification;

import dev.mien.evaluate.identification.IdentificationReport.OpenSet;
import dev.mien.evaluate.report.Interval;
import dev.mien.evaluate.statistics.Bootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Figures of searches. Persons, numbered from 0, are drawn anew for the bounds.
 *
 * @param searches one for each probe
 * @param persons how many persons the probes show
 * @param enrolled how many persons were searched
 */
record SearchFigures(List<Search> searches, int persons, int enrolled) {
  private static final double[] FALSE_POSITIVE_RATES = {1e-2, 3e-3};
  private static final int REPLICATES = 400;

  SearchFigures {
    searches = List.copyOf(searches);
  }

  IdentificationReport.Figures figures() {
    return new IdentificationReport.Figures(rank(1), rank(5), open());
  }

  /** Probes of strangers, the most similar to anybody first. */
  List<Search> strangers() {
    return searches.stream()
        .filter(search -> !search.mated() && !search.failed())
        .sorted((a, b) -> Float.compare(b.highest(), a.highest()))
        .toList();
  }

  /** Share of the mated probes whose person is among so many first; unknown without any. */
  double foundAmong(int most) {
    return rank(most, once());
  }

  /** Share of the mated probes that a threshold misses; unknown without any. */
  double missedAt(double threshold) {
    return missed(threshold, once());
  }

  private int[] once() {
    int[] once = new int[persons];
    Arrays.fill(once, 1);
    return once;
  }

  /** Share of the mated probes whose person is among the first so many. */
  Interval rank(int most) {
    return interval(drawn -> rank(most, drawn));
  }

  private double rank(int most, int[] drawn) {
    long found = 0;
    long mated = 0;
    for (Search search : searches) {
      if (search.mated()) {
        mated += drawn[search.person()];
        found += search.rank() <= most ? drawn[search.person()] : 0;
      }
    }
    return (double) found / mated;
  }

  List<OpenSet> open() {
    int[] once = once();
    List<OpenSet> open = new ArrayList<>();
    for (double rate : FALSE_POSITIVE_RATES) {
      open.add(
          new OpenSet(
              rate,
              threshold(rate, once),
              interval(drawn -> missed(threshold(rate, drawn), drawn))));
    }
    return open;
  }

  /** The least threshold that at most this share of non-mated probes reaches. */
  private double threshold(double rate, int[] drawn) {
    List<Search> strangers = strangers();
    long total = strangers.stream().mapToLong(search -> drawn[search.person()]).sum();
    if (rate * total < 1) {
      return Double.NaN;
    }
    long alarms = 0;
    for (Search search : strangers) {
      alarms += drawn[search.person()];
      if (alarms > rate * total) {
        return Math.nextUp(search.highest());
      }
    }
    return 0;
  }

  private double missed(double threshold, int[] drawn) {
    if (Double.isNaN(threshold)) {
      return Double.NaN;
    }
    long missed = 0;
    long mated = 0;
    for (Search search : searches) {
      if (search.mated()) {
        mated += drawn[search.person()];
        boolean found = search.rank() == 1 && search.highest() >= threshold;
        missed += found ? 0 : drawn[search.person()];
      }
    }
    return (double) missed / mated;
  }

  private Interval interval(ToDoubleFunction<int[]> figure) {
    double[] replicates = new double[REPLICATES];
    for (int replicate = 0; replicate < REPLICATES; replicate++) {
      replicates[replicate] = figure.applyAsDouble(Bootstrap.draw(persons, replicate));
    }
    return Bootstrap.interval(figure.applyAsDouble(once()), replicates);
  }
}
