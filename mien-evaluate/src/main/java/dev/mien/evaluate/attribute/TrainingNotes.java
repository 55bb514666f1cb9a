package dev.mien.evaluate.attribute;

import dev.mien.evaluate.EvaluationException;
import dev.mien.vision.attribute.HeadRole;
import dev.mien.vision.model.FileReference;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the heads' files say of how they were made and how good they were on data that they were not
 * fitted to.
 *
 * @param pack the heads'
 */
record TrainingNotes(ModelPack pack) {
  private static final String COMMENT = "#";

  /** The remarks of an attribute's head; empty for a rule, and for a file without remarks. */
  String of(String attribute) throws EvaluationException {
    Optional<HeadRole> head = Vocabulary.head(attribute);
    FileReference file =
        head.map(role -> pack.manifest().heads().get(role.fileName())).orElse(null);
    if (file == null) {
      return "";
    }
    try {
      return new String(pack.read(file), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(COMMENT))
          .map(line -> line.substring(COMMENT.length()).strip())
          .collect(Collectors.joining(" "));
    } catch (ModelPackException e) {
      throw new EvaluationException(String.valueOf(e.getMessage()), e);
    }
  }
}
