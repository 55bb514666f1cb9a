package dev.mien.evaluate.verification;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.run.Crew;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Table;
import dev.mien.vision.embed.Embedding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Pictures with the names of the persons in them. A picture without a name shows somebody who is in
 * no other picture.
 *
 * @param rows of the label file: path, identity and further labels
 */
record LabelledPictures(List<Row> rows) {
  static final String PATH = "path";
  static final String IDENTITY = "identity";

  LabelledPictures {
    rows = List.copyOf(rows);
  }

  /**
   * The pictures of a label file.
   *
   * @throws EvaluationException when one is named twice or there are too many
   */
  static LabelledPictures of(Table table) throws EvaluationException {
    if (table.rows().size() > AllComparisons.MAX_PICTURES) {
      throw new EvaluationException(
          "%d pictures: all pairs of at most %d can be compared; use --limit, or --pairs"
              .formatted(table.rows().size(), AllComparisons.MAX_PICTURES));
    }
    Set<String> paths = new HashSet<>();
    for (Row row : table.rows()) {
      if (!paths.add(row.text(PATH))) {
        throw new EvaluationException(row.text(PATH) + " is labelled twice");
      }
    }
    return new LabelledPictures(table.rows());
  }

  List<String> paths() {
    return rows.stream().map(row -> row.text(PATH)).toList();
  }

  /** Each picture that was embedded, and that a condition holds for, against each other one. */
  AllComparisons compare(
      Batch<Embedding> embedded, Matcher matcher, Crew crew, Predicate<Row> condition)
      throws EvaluationException {
    Map<String, Integer> subjects = new HashMap<>();
    List<int[]> counts = new ArrayList<>(); // of each subject: pictures, embedded ones
    List<Embedding> embeddings = new ArrayList<>();
    List<Integer> subjectOf = new ArrayList<>();
    int pictures = 0;
    for (Row row : rows) {
      if (!condition.test(row)) {
        continue;
      }
      pictures++;
      int subject = subjects.computeIfAbsent(name(row), _ -> subjects.size());
      if (subject == counts.size()) {
        counts.add(new int[2]);
      }
      counts.get(subject)[0]++;
      if (embedded.value(row.text(PATH)).isPresent()) {
        counts.get(subject)[1]++;
        embeddings.add(embedded.value(row.text(PATH)).get());
        subjectOf.add(subject);
      }
    }
    long[] failed = counts.stream().mapToLong(count -> pairs(count[0]) - pairs(count[1])).toArray();
    long failedGenuine = 0;
    for (long ofSubject : failed) {
      failedGenuine += ofSubject;
    }
    return new AllComparisons(
        subjectOf.stream().mapToInt(Integer::intValue).toArray(),
        AllComparisons.score(matcher, embeddings, crew),
        subjects.size(),
        failed,
        pairs(pictures) - pairs(embeddings.size()) - failedGenuine);
  }

  private static String name(Row row) {
    String identity = row.text(IDENTITY);
    return identity.isEmpty() ? "\u0000" + row.text(PATH) : identity;
  }

  private static long pairs(long count) {
    return count * (count - 1) / 2;
  }
}
