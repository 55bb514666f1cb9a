package dev.mien.evaluate.identification;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Table;
import dev.mien.gallery.Quality;
import dev.mien.gallery.RatedTemplate;
import dev.mien.gallery.Template;
import dev.mien.vision.embed.Embedding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The persons of a gallery.
 *
 * @param faces of each person; none where all its pictures failed
 */
record Enrolment(Map<String, List<Enrolled>> faces) {
  static final String PATH = "path";
  static final String IDENTITY = "identity";

  /**
   * A face, and what the server keeps of how fit it is for recognition.
   *
   * @param embedding what it looks like
   * @param quality what it counts among its person's
   */
  record Enrolled(Embedding embedding, Quality quality) {
    private RatedTemplate rated() {
      return new RatedTemplate(
          Template.normalized(embedding.embedderId(), embedding.vector()), quality);
    }
  }

  /** Looks at pictures as the server does when they are enrolled. */
  static Batch<Enrolled> look(Pipeline pipeline, List<String> paths, String modelVersion)
      throws EvaluationException {
    return pipeline.largestFaces(
        paths,
        (image, face) ->
            new Enrolled(
                pipeline.engine().embed(image, face, modelVersion),
                Quality.of(pipeline.engine().quality(image, face).score())));
  }

  /**
   * Enrols all pictures.
   *
   * @throws EvaluationException when one has no identity
   */
  static Enrolment of(Table gallery, Batch<Enrolled> looked) throws EvaluationException {
    Map<String, List<Enrolled>> faces = new LinkedHashMap<>();
    for (Row row : gallery.rows()) {
      String identity = row.text(IDENTITY);
      if (identity.isEmpty()) {
        throw new EvaluationException(
            row.text(PATH) + " of the gallery has no identity: nobody could be found by it");
      }
      List<Enrolled> ofPerson = faces.computeIfAbsent(identity, _ -> new ArrayList<>());
      looked.value(row.text(PATH)).ifPresent(ofPerson::add);
    }
    return new Enrolment(faces);
  }

  /** What is searched where each face counts by itself. */
  Map<String, List<Embedding>> each() {
    return map(ofPerson -> ofPerson.stream().map(Enrolled::embedding).toList());
  }

  /** The one vector that the server's search of persons has of each. */
  Map<String, List<Embedding>> fused() {
    return map(ofPerson -> ofPerson.isEmpty() ? List.of() : List.of(fuse(ofPerson)));
  }

  private Map<String, List<Embedding>> map(Function<List<Enrolled>, List<Embedding>> function) {
    Map<String, List<Embedding>> vectors = new LinkedHashMap<>();
    faces.forEach((person, ofPerson) -> vectors.put(person, function.apply(ofPerson)));
    return vectors;
  }

  private static Embedding fuse(List<Enrolled> faces) {
    Template fused = RatedTemplate.fused(faces.stream().map(Enrolled::rated).toList());
    return new Embedding(fused.embedderId(), fused.vector());
  }
}
