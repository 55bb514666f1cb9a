package dev.mien.evaluate.verification;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Table;
import dev.mien.vision.embed.Embedding;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Pairs of pictures that a file lists.
 *
 * @param rows path1, path2, same; identity1 and identity2 if the persons are known
 * @param known whether they are
 */
record PairList(List<Row> rows, boolean known) {
  static final String ONE = "path1";
  static final String OTHER = "path2";
  static final String SAME = "same";
  static final String IDENTITY_ONE = "identity1";
  static final String IDENTITY_OTHER = "identity2";

  PairList {
    rows = List.copyOf(rows);
  }

  /** The pairs of a file. */
  static PairList of(Table table) throws EvaluationException {
    for (Row row : table.rows()) {
      row.flag(SAME);
    }
    return new PairList(table.rows(), table.has(IDENTITY_ONE) && table.has(IDENTITY_OTHER));
  }

  List<String> paths() {
    return rows.stream().flatMap(row -> Stream.of(row.text(ONE), row.text(OTHER))).toList();
  }

  /** The pairs that a condition holds for. */
  ListedComparisons compare(Batch<Embedding> embedded, Matcher matcher, Predicate<Row> condition)
      throws EvaluationException {
    List<Row> chosen = rows.stream().filter(condition).toList();
    Map<String, Integer> subjects = new HashMap<>();
    int count = 0;
    int[] one = new int[chosen.size()];
    int[] other = new int[chosen.size()];
    float[] scores = new float[chosen.size()];
    BitSet same = new BitSet(chosen.size());
    long[] failedGenuine = new long[known ? 2 * chosen.size() : 1];
    long failedImpostor = 0;
    for (Row row : chosen) {
      int first = known ? subject(subjects, row.text(IDENTITY_ONE)) : 0;
      int second = known ? subject(subjects, row.text(IDENTITY_OTHER)) : 0;
      Optional<Embedding> a = embedded.value(row.text(ONE));
      Optional<Embedding> b = embedded.value(row.text(OTHER));
      if (a.isPresent() && b.isPresent()) {
        one[count] = first;
        other[count] = second;
        same.set(count, row.flag(SAME));
        scores[count++] = matcher.score(a.get(), b.get());
      } else if (row.flag(SAME)) {
        failedGenuine[first]++;
      } else {
        failedImpostor++;
      }
    }
    return new ListedComparisons(
        Arrays.copyOf(one, count),
        Arrays.copyOf(other, count),
        same,
        Arrays.copyOf(scores, count),
        subjects.size(),
        Arrays.copyOf(failedGenuine, Math.max(1, subjects.size())),
        failedImpostor);
  }

  private static int subject(Map<String, Integer> subjects, String identity) {
    return subjects.computeIfAbsent(identity, _ -> subjects.size());
  }
}
