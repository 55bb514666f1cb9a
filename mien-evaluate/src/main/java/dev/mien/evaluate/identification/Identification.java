package dev.mien.evaluate.identification;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.report.Subject;
import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Table;
import dev.mien.evaluate.verification.Matcher;
import dev.mien.vision.embed.Embedding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Measures searches in a gallery. A person's score is that of the best of its faces. */
public final class Identification {
  private static final String PATH = "path";
  private static final String IDENTITY = "identity";

  private final Matcher matcher;
  private final Map<String, List<Embedding>> enrolled = new HashMap<>();
  private final Set<String> persons = new HashSet<>();

  private Identification(Matcher matcher) {
    this.matcher = matcher;
  }

  /**
   * Enrols a gallery and searches it for each probe.
   *
   * @param gallery path and identity
   * @param probes path and identity; persons who are not in the gallery are strangers, without an
   *     identity too
   */
  public static IdentificationReport of(
      Pipeline pipeline, String modelVersion, Table gallery, Table probes, String data)
      throws EvaluationException {
    Identification identification = new Identification(Matcher.of(pipeline.engine(), modelVersion));
    Batch<Embedding> enrolled = pipeline.embeddings(paths(gallery), modelVersion);
    for (Row row : gallery.rows()) {
      identification.enrol(row, enrolled.value(row.text(PATH)));
    }
    Batch<Embedding> searched = pipeline.embeddings(paths(probes), modelVersion);
    SearchFigures figures = identification.search(probes, searched, pipeline);
    Subject subject =
        new Subject(
            "identification",
            data,
            pipeline.packId(),
            modelVersion,
            identification.matcher.embedder().id());
    return new IdentificationReport(
        subject,
        enrolled.failures(),
        searched.failures(),
        identification.persons.size(),
        (int) figures.searches().stream().filter(Search::mated).count(),
        (int)
            figures.searches().stream()
                .filter(search -> !search.mated() && search.highest() >= 0)
                .count(),
        figures.rank(1),
        figures.rank(5),
        figures.open());
  }

  private static List<String> paths(Table table) {
    return table.rows().stream().map(row -> row.text(PATH)).toList();
  }

  private void enrol(Row row, Optional<Embedding> embedding) throws EvaluationException {
    String identity = row.text(IDENTITY);
    if (identity.isEmpty()) {
      throw new EvaluationException(
          row.text(PATH) + " of the gallery has no identity: nobody could be found by it");
    }
    persons.add(identity);
    embedding.ifPresent(
        face -> enrolled.computeIfAbsent(identity, _ -> new ArrayList<>()).add(face));
  }

  private SearchFigures search(Table probes, Batch<Embedding> searched, Pipeline pipeline)
      throws EvaluationException {
    Map<String, Integer> numbers = new HashMap<>();
    List<Row> rows = probes.rows();
    int[] person = new int[rows.size()];
    for (int i = 0; i < person.length; i++) {
      String identity = rows.get(i).text(IDENTITY);
      String name = identity.isEmpty() ? "\u0000" + rows.get(i).text(PATH) : identity;
      person[i] = numbers.computeIfAbsent(name, _ -> numbers.size());
    }
    Search[] searches = new Search[rows.size()];
    pipeline
        .crew()
        .forEach(
            rows.size(),
            i ->
                searches[i] =
                    search(person[i], rows.get(i), searched.value(rows.get(i).text(PATH))));
    return new SearchFigures(List.of(searches), numbers.size());
  }

  private Search search(int person, Row row, Optional<Embedding> probe) {
    boolean mated = persons.contains(row.text(IDENTITY));
    if (probe.isEmpty()) {
      return new Search(person, mated, Float.NEGATIVE_INFINITY, Integer.MAX_VALUE);
    }
    float highest = 0;
    float own = Float.NEGATIVE_INFINITY;
    List<Float> scores = new ArrayList<>();
    for (Map.Entry<String, List<Embedding>> candidate : enrolled.entrySet()) {
      float best = 0;
      for (Embedding face : candidate.getValue()) {
        best = Math.max(best, matcher.score(probe.get(), face));
      }
      scores.add(best);
      highest = Math.max(highest, best);
      own = candidate.getKey().equals(row.text(IDENTITY)) ? best : own;
    }
    if (own < 0) {
      return new Search(person, mated, highest, Integer.MAX_VALUE);
    }
    float reached = own;
    // A tie counts against the search: the other may be shown first.
    int rank = (int) scores.stream().filter(score -> score >= reached).count();
    return new Search(person, mated, highest, rank);
  }
}
