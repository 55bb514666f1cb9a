package dev.mien.evaluate.identification;

import static dev.mien.evaluate.identification.Enrolment.IDENTITY;
import static dev.mien.evaluate.identification.Enrolment.PATH;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.report.DataSet;
import dev.mien.evaluate.report.Subject;
import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.run.Crew;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Table;
import dev.mien.evaluate.verification.Matcher;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.vision.embed.Embedding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures searches in a gallery, by each way in which the server searches.
 *
 * @param report the figures
 * @param searches what each way found
 */
public record Identification(IdentificationReport report, Map<String, SearchFigures> searches) {
  /** SearchFaces: a person's score is that of the most similar of its faces. */
  static final String FACES = "faces";

  /** SearchPersons: all faces of a person count as one. */
  static final String PERSONS = "persons";

  /** Copies the map. */
  public Identification {
    searches = Collections.unmodifiableMap(new LinkedHashMap<>(searches));
  }

  /**
   * Enrols a gallery and searches it for each probe.
   *
   * @param gallery path and identity; persons may have several pictures
   * @param probes path and identity; persons who are not in the gallery are strangers, without an
   *     identity too
   */
  public static Identification of(
      Pipeline pipeline, String modelVersion, Table gallery, Table probes, DataSet data)
      throws EvaluationException {
    Matcher matcher = Matcher.of(pipeline.engine(), modelVersion);
    Batch<Enrolment.Enrolled> enrolled = Enrolment.look(pipeline, paths(gallery), modelVersion);
    Enrolment persons = Enrolment.of(gallery, enrolled);
    Batch<Embedding> searched = pipeline.embeddings(paths(probes), modelVersion);
    Map<String, SearchFigures> searches = new LinkedHashMap<>();
    if (fusesPersons(modelVersion)) {
      searches.put(PERSONS, search(persons.fused(), matcher, probes, searched, pipeline.crew()));
    }
    searches.put(FACES, search(persons.each(), matcher, probes, searched, pipeline.crew()));
    Map<String, IdentificationReport.Figures> figures = new LinkedHashMap<>();
    searches.forEach((way, found) -> figures.put(way, found.figures()));
    List<Search> any = searches.values().iterator().next().searches();
    IdentificationReport report =
        new IdentificationReport(
            Subject.of(
                "identification", data, pipeline.packId(), modelVersion, matcher.embedder().id()),
            enrolled.failures(),
            searched.failures(),
            persons.faces().size(),
            gallery.rows().size(),
            (int) any.stream().filter(Search::mated).count(),
            (int) any.stream().filter(search -> !search.mated() && !search.failed()).count(),
            figures);
    return new Identification(report, searches);
  }

  private static boolean fusesPersons(String modelVersion) throws EvaluationException {
    try {
      return ModelVersion.of(modelVersion).fusesPersons();
    } catch (GalleryException e) {
      throw new EvaluationException("the server knows no model version " + modelVersion, e);
    }
  }

  private static List<String> paths(Table table) {
    return table.rows().stream().map(row -> row.text(PATH)).toList();
  }

  private static SearchFigures search(
      Map<String, List<Embedding>> persons,
      Matcher matcher,
      Table probes,
      Batch<Embedding> searched,
      Crew crew)
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
    crew.forEach(
        rows.size(),
        i -> {
          Row row = rows.get(i);
          searches[i] =
              search(
                  persons, matcher, person[i], row.text(IDENTITY), searched.value(row.text(PATH)));
        });
    return new SearchFigures(List.of(searches), numbers.size(), persons.size());
  }

  private static Search search(
      Map<String, List<Embedding>> persons,
      Matcher matcher,
      int person,
      String identity,
      Optional<Embedding> probe) {
    boolean mated = persons.containsKey(identity);
    if (probe.isEmpty()) {
      return new Search(person, mated, Float.NEGATIVE_INFINITY, Integer.MAX_VALUE);
    }
    float highest = 0;
    float own = Float.NEGATIVE_INFINITY;
    List<Float> scores = new ArrayList<>();
    for (Map.Entry<String, List<Embedding>> candidate : persons.entrySet()) {
      if (candidate.getValue().isEmpty()) {
        continue;
      }
      float best = 0;
      for (Embedding face : candidate.getValue()) {
        best = Math.max(best, matcher.score(probe.get(), face));
      }
      scores.add(best);
      highest = Math.max(highest, best);
      own = candidate.getKey().equals(identity) ? best : own;
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
