package dev.mien.evaluate.calibrate;

import dev.mien.evaluate.report.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a table is worth on people whom it was not made of. The people are halved at random, again
 * and again; each pair whose people are both in one half is judged by the table of the other half.
 * One halving says little of a slice in which a handful of pairs decide, so all are pooled. A table
 * of half of the people is less sure than that of all: the rates are rather too high.
 */
final class HeldOut {
  /** Each pair is judged in about half of them. At most 32, the bits of an int. */
  static final int HALVINGS = 20;

  /** A table of half of the people has a quarter of the pairs, and follows the same slices. */
  private static final long LEAST_PAIRS = CalibrationTable.LEAST_PAIRS / 4;

  /** For each halving the similarities that stand for the rates, by a table of either half. */
  private final List<double[][]> thresholds = new ArrayList<>();

  private final int rates;
  private final Map<String, JudgedPairs> judged = new LinkedHashMap<>();

  private HeldOut(int rates) {
    this.rates = rates;
  }

  /**
   * False match rates by tables of other people.
   *
   * @param logRates logarithms of the rates promised
   * @return by the name of a set or slice and the logarithm of the rate promised
   */
  static Map<String, Map<Double, Interval>> rates(
      List<FaceSet> sets, SliceTolerance tolerance, List<Double> logRates) {
    HeldOut heldOut = new HeldOut(logRates.size());
    for (int halving = 0; halving < HALVINGS; halving++) {
      int of = halving;
      heldOut.thresholds.add(
          new double[][] {
            thresholds(sets, tolerance, logRates, person -> half(halves(person), of) == 0),
            thresholds(sets, tolerance, logRates, person -> half(halves(person), of) == 1)
          });
    }
    sets.forEach(heldOut::judge);
    Map<String, Map<Double, Interval>> found = new LinkedHashMap<>();
    heldOut.judged.forEach(
        (name, pairs) -> {
          Map<Double, Interval> row = new LinkedHashMap<>();
          for (int rate = 0; rate < logRates.size(); rate++) {
            row.put(logRates.get(rate), pairs.rate(rate));
          }
          found.put(name, row);
        });
    return found;
  }

  private static double[] thresholds(
      List<FaceSet> sets,
      SliceTolerance tolerance,
      List<Double> logRates,
      Predicate<String> person) {
    List<FaceSet> half = sets.stream().map(set -> set.of(person)).toList();
    CalibrationTable table = CalibrationTable.of(Impostors.of(half), tolerance, LEAST_PAIRS);
    return logRates.stream().mapToDouble(table::similarity).toArray();
  }

  /**
   * A bit for each halving, the same in every run: which half a person is in. The mixing is the
   * 64-bit finaliser of MurmurHash3, for like names have like hash codes.
   */
  static int halves(String person) {
    long mixed = 0x9E3779B97F4A7C15L * (person.hashCode() + 1L);
    mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return (int) (mixed >>> (Long.SIZE - HALVINGS));
  }

  private static int half(int halves, int halving) {
    return halves >>> halving & 1;
  }

  private void judge(FaceSet set) {
    List<FaceSet.Sample> samples = set.samples();
    int[] halves = samples.stream().mapToInt(sample -> halves(sample.person())).toArray();
    for (int i = 0; i < halves.length; i++) {
      FaceSet.Sample one = samples.get(i);
      populations(set, one).forEach(pairs -> pairs.addPicture(one.person()));
      for (int j = 0; j < i; j++) {
        FaceSet.Sample other = samples.get(j);
        if (!one.person().equals(other.person())) {
          int[] passes = passes(one.similarity(other), halves[i], halves[j]);
          int judgements = HALVINGS - Integer.bitCount(halves[i] ^ halves[j]);
          population(set.name()).addPair(one.person(), other.person(), judgements, passes);
          for (String slice : shared(one, other)) {
            population(slice).addPair(one.person(), other.person(), judgements, passes);
          }
        }
      }
    }
  }

  private JudgedPairs population(String name) {
    return judged.computeIfAbsent(name, _ -> new JudgedPairs(rates));
  }

  private List<JudgedPairs> populations(FaceSet set, FaceSet.Sample sample) {
    List<JudgedPairs> populations = new ArrayList<>();
    populations.add(population(set.name()));
    sample.slices().forEach(slice -> populations.add(population(slice)));
    sample.reported().forEach(slice -> populations.add(population(slice)));
    return populations;
  }

  private static List<String> shared(FaceSet.Sample one, FaceSet.Sample other) {
    List<String> shared = new ArrayList<>();
    addShared(one.slices(), other.slices(), shared);
    addShared(one.reported(), other.reported(), shared);
    return shared;
  }

  private static void addShared(Set<String> one, Set<String> other, List<String> shared) {
    for (String slice : one) {
      if (other.contains(slice)) {
        shared.add(slice);
      }
    }
  }

  /** In how many halvings a pair passes, by rate. */
  private int[] passes(double similarity, int oneHalves, int otherHalves) {
    int[] passes = new int[rates];
    for (int halving = 0; halving < HALVINGS; halving++) {
      int half = half(oneHalves, halving);
      if (half == half(otherHalves, halving)) {
        double[] needed = thresholds.get(halving)[1 - half];
        for (int rate = 0; rate < rates; rate++) {
          passes[rate] += similarity >= needed[rate] ? 1 : 0;
        }
      }
    }
    return passes;
  }
}
