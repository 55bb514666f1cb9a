package dev.mien.evaluate.calibrate;

import dev.mien.evaluate.report.Interval;
import dev.mien.evaluate.statistics.Bootstrap;
import dev.mien.evaluate.statistics.Proportion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs of different people of one population, each judged several times: how often they pass, and
 * how sure that is. Not thread-safe.
 */
final class JudgedPairs {
  private static final int REPLICATES = 400;

  private final Map<String, Integer> persons = new LinkedHashMap<>();
  private final List<Integer> pictures = new ArrayList<>();
  private final List<List<Passing>> passing = new ArrayList<>();
  private long pairs;
  private long judgements;

  /**
   * A pair that passed.
   *
   * @param one a person's number
   * @param other another's
   * @param times how often
   */
  private record Passing(int one, int other, int times) {}

  /**
   * No pairs.
   *
   * @param rates how many rates are judged at once
   */
  JudgedPairs(int rates) {
    for (int rate = 0; rate < rates; rate++) {
      passing.add(new ArrayList<>());
    }
  }

  /** Counts a picture of a person of the population. */
  void addPicture(String person) {
    int number = persons.computeIfAbsent(person, _ -> persons.size());
    if (number == pictures.size()) {
      pictures.add(0);
    }
    pictures.set(number, pictures.get(number) + 1);
  }

  /**
   * Counts a pair of people whose pictures were both counted before.
   *
   * @param times how often it was judged
   * @param passes how often it passed, by rate
   */
  void addPair(String one, String other, int times, int[] passes) {
    pairs++;
    judgements += times;
    for (int rate = 0; rate < passes.length; rate++) {
      if (passes[rate] > 0) {
        passing.get(rate).add(new Passing(number(one), number(other), passes[rate]));
      }
    }
  }

  private int number(String person) {
    Integer number = persons.get(person);
    if (number == null) {
      throw new IllegalArgumentException("a pair of somebody without a picture: " + person);
    }
    return number;
  }

  /**
   * The share of judgements that a pair passed. The bounds are those of a bootstrap over persons,
   * or Wilson's over pairs where these lie farther out, as they do when hardly any pair passes.
   */
  Interval rate(int rate) {
    List<Passing> passed = passing.get(rate);
    double share = passed.stream().mapToLong(Passing::times).sum() / (double) judgements;
    if (judgements == 0) {
      return Interval.UNKNOWN;
    }
    Interval overPairs = Proportion.of(Math.round(share * pairs), pairs);
    double[] replicates = new double[passed.isEmpty() ? 0 : REPLICATES];
    double all = pairs(once());
    for (int replicate = 0; replicate < replicates.length; replicate++) {
      int[] drawn = Bootstrap.draw(pictures.size(), replicate);
      long times = 0;
      for (Passing pair : passed) {
        times += (long) drawn[pair.one] * drawn[pair.other] * pair.times;
      }
      replicates[replicate] = times / (judgements * (pairs(drawn) / all));
    }
    Interval overPersons = Bootstrap.interval(share, replicates);
    return new Interval(
        share,
        least(overPersons.low(), overPairs.low()),
        most(overPersons.high(), overPairs.high()));
  }

  private int[] once() {
    int[] once = new int[pictures.size()];
    Arrays.fill(once, 1);
    return once;
  }

  /**
   * How many pairs of pictures of different people there are, each person drawn so often. Only the
   * ratio of two such numbers counts, so pairs across sets, which nobody judges, do no harm.
   */
  private double pairs(int[] drawn) {
    double sum = 0;
    double squares = 0;
    for (int person = 0; person < drawn.length; person++) {
      double count = (double) drawn[person] * pictures.get(person);
      sum += count;
      squares += count * count;
    }
    return (sum * sum - squares) / 2;
  }

  private static double least(double one, double other) {
    return Double.isNaN(one) ? other : Math.min(one, other);
  }

  private static double most(double one, double other) {
    return Double.isNaN(one) ? other : Math.max(one, other);
  }
}
