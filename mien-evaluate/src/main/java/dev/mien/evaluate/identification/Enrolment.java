package dev.mien.evaluate.identification;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Table;
import dev.mien.gallery.Template;
import dev.mien.vision.embed.Embedding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The persons of a gallery.
 *
 * @param faces of each person; none where all its pictures failed
 */
record Enrolment(Map<String, List<Embedding>> faces) {
  static final String PATH = "path";
  static final String IDENTITY = "identity";

  /**
   * Enrols all pictures.
   *
   * @throws EvaluationException when one has no identity
   */
  static Enrolment of(Table gallery, Batch<Embedding> embedded) throws EvaluationException {
    Map<String, List<Embedding>> faces = new LinkedHashMap<>();
    for (Row row : gallery.rows()) {
      String identity = row.text(IDENTITY);
      if (identity.isEmpty()) {
        throw new EvaluationException(
            row.text(PATH) + " of the gallery has no identity: nobody could be found by it");
      }
      List<Embedding> ofPerson = faces.computeIfAbsent(identity, _ -> new ArrayList<>());
      embedded.value(row.text(PATH)).ifPresent(ofPerson::add);
    }
    return new Enrolment(faces);
  }

  /** The same persons, each with the one vector that the server's search of persons has of them. */
  Enrolment fused() {
    Map<String, List<Embedding>> fused = new LinkedHashMap<>();
    faces.forEach((person, ofPerson) -> fused.put(person, fuse(ofPerson).stream().toList()));
    return new Enrolment(fused);
  }

  private static Optional<Embedding> fuse(Collection<Embedding> faces) {
    if (faces.isEmpty()) {
      return Optional.empty();
    }
    Template fused =
        Template.fused(
            faces.stream()
                .map(face -> Template.normalized(face.embedderId(), face.vector()))
                .toList());
    return Optional.of(new Embedding(fused.embedderId(), fused.vector()));
  }
}
