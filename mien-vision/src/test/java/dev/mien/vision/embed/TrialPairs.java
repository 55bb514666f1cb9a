package dev.mien.vision.embed;

import dev.mien.vision.measure.DoubleList;
import dev.mien.vision.measure.Rates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The similarities of pairs of a trial, and what they say of it. Not thread-safe. */
final class TrialPairs {

  private static final Path SAME_PEOPLE = Path.of("../docs/evaluation/utkface-same-people.txt");
  private static final int SMALL_CHILD_YEARS = 6;
  private static final Set<String> MIXED_OR_UNKNOWN = Set.of("4", "");

  /** How many times more often than all others a group of adults may be confused. */
  private static final double TOLERANCE = 3;

  private final DoubleList same = new DoubleList();
  private final DoubleList different = new DoubleList();
  private final DoubleList all = new DoubleList();
  private final Map<String, DoubleList> adults = new TreeMap<>();
  private final Map<String, DoubleList> children = new TreeMap<>();
  private final DoubleList sameChildren = new DoubleList();

  /**
   * What came of a trial.
   *
   * @param own true accept rates where 1 in 100, 1,000 and 10,000 strangers of the identities pass
   * @param held the same where 1 in 1,000 and 10,000 pass in the mean of both sets, and no group of
   *     adults more than three times as often
   * @param children how many times more often than that children of 0-5 and of 6-15 years pass
   * @param sameChildren the share of the pairs that show a child twice, at the thresholds held
   */
  record Row(
      double equalErrorRate,
      List<Double> own,
      List<Double> held,
      List<Double> children,
      List<Double> sameChildren) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "EER %.2f  TAR %s  held for all adults: TAR %s  children, times: %s"
              + "  the same child: %s",
          100 * equalErrorRate,
          percent(own, 100),
          percent(held, 100),
          percent(children, 1),
          percent(sameChildren, 100));
    }

    private static String percent(List<Double> values, double factor) {
      return String.join(
          " ",
          values.stream().map(each -> String.format(Locale.ROOT, "%.2f", factor * each)).toList());
    }
  }

  /** All pairs of the identities set. */
  void addIdentities(List<Map<String, String>> rows, List<CohortMaker.Sample> samples) {
    for (int i = 0; i < samples.size(); i++) {
      String person = rows.get(samples.get(i).row()).get("identity");
      for (int j = 0; j < i; j++) {
        boolean isSame = person.equals(rows.get(samples.get(j).row()).get("identity"));
        (isSame ? same : different)
            .add(Clusters.dot(samples.get(i).vector(), samples.get(j).vector()));
      }
    }
  }

  /** The pairs of utkface: of different people by group, and those that show a child twice. */
  void addGroups(List<Map<String, String>> rows, List<CohortMaker.Sample> samples)
      throws IOException {
    Map<String, String> people = people();
    for (int i = 0; i < samples.size(); i++) {
      Map<String, String> one = rows.get(samples.get(i).row());
      for (int j = 0; j < i; j++) {
        Map<String, String> other = rows.get(samples.get(j).row());
        String person = people.get(one.get("path"));
        double similarity = Clusters.dot(samples.get(i).vector(), samples.get(j).vector());
        if (person == null || !person.equals(people.get(other.get("path")))) {
          add(one, other, similarity);
        } else if (isChild(one) && isChild(other)) {
          sameChildren.add(similarity);
        }
      }
    }
  }

  /** Who is in more than one picture, by picture. */
  private static Map<String, String> people() throws IOException {
    Map<String, String> people = new HashMap<>();
    for (String line : Files.readAllLines(SAME_PEOPLE)) {
      if (!line.startsWith("#")) {
        for (String path : line.split(" ", -1)) {
          people.put(path, line);
        }
      }
    }
    return people;
  }

  private void add(Map<String, String> one, Map<String, String> other, double similarity) {
    all.add(similarity);
    if (isChild(one) != isChild(other)) {
      return;
    }
    if (isChild(one)) {
      boolean isSmall = isSmall(one);
      if (isSmall == isSmall(other)) {
        children.computeIfAbsent(isSmall ? "0-5" : "6-15", _ -> new DoubleList()).add(similarity);
      }
      return;
    }
    String group = People.group(one);
    if (!MIXED_OR_UNKNOWN.contains(group) && group.equals(People.group(other))) {
      adults.computeIfAbsent(group, _ -> new DoubleList()).add(similarity);
    }
    if (one.get("gender").equals(other.get("gender"))) {
      adults.computeIfAbsent(one.get("gender"), _ -> new DoubleList()).add(similarity);
    }
  }

  private static boolean isChild(Map<String, String> row) {
    return People.of(row) == People.CHILDREN;
  }

  private static boolean isSmall(Map<String, String> row) {
    return Integer.parseInt(row.get("age")) < SMALL_CHILD_YEARS;
  }

  Row row() {
    Rates identities = new Rates(same.toArray(), different.toArray());
    Rates people = new Rates(new double[0], all.toArray());
    List<Rates> groups = adults.values().stream().map(TrialPairs::strangers).toList();
    List<Double> held =
        List.of(1e-3, 1e-4).stream()
            .map(rate -> threshold(rate, identities, people, groups))
            .toList();
    return new Row(
        identities.equalErrorRate(),
        List.of(1e-2, 1e-3, 1e-4).stream()
            .map(rate -> identities.trueAcceptRate(identities.threshold(rate)))
            .toList(),
        held.stream().map(identities::trueAcceptRate).toList(),
        children.values().stream()
            .map(TrialPairs::strangers)
            .flatMap(
                ages ->
                    List.of(
                        ages.falseMatchRate(held.getFirst()) / 1e-3,
                        ages.falseMatchRate(held.getLast()) / 1e-4)
                        .stream())
            .toList(),
        held.stream()
            .map(new Rates(sameChildren.toArray(), all.toArray())::trueAcceptRate)
            .toList());
  }

  private static Rates strangers(DoubleList similarities) {
    return new Rates(new double[0], similarities.toArray());
  }

  private static double threshold(double rate, Rates one, Rates other, List<Rates> groups) {
    double low = -1;
    double high = 1;
    while (high - low > 1e-6) {
      double middle = (low + high) / 2;
      double worst = (one.falseMatchRate(middle) + other.falseMatchRate(middle)) / 2;
      for (Rates group : groups) {
        worst = Math.max(worst, group.falseMatchRate(middle) / TOLERANCE);
      }
      if (worst > rate) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
