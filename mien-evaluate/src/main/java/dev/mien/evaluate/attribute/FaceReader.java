package dev.mien.evaluate.attribute;

import dev.mien.evaluate.attribute.Prediction.Quantity;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.shape.Beauty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the pipeline says of a face, by the names of {@link Vocabulary}.
 *
 * @param engine the nets
 * @param learned whether the heads are wanted, which cost most, and the pack has them
 */
record FaceReader(FaceEngine engine, boolean learned) {

  /** A reader for what some columns label. */
  static FaceReader of(Pipeline pipeline, List<Term> terms) {
    boolean wanted = terms.stream().anyMatch(term -> Vocabulary.head(term.attribute()).isPresent());
    return new FaceReader(
        pipeline.engine(), wanted && !pipeline.pack().manifest().heads().isEmpty());
  }

  Map<String, Prediction> read(Image image, Face face) {
    Map<String, Prediction> said = new LinkedHashMap<>(PoseAnswers.of(face.pose()));
    DetailedFace details = engine.details(image, face);
    said.put(Vocabulary.BEAUTY, new Quantity(Beauty.of(image, details)));
    if (learned) {
      said.putAll(LearnedAnswers.of(engine.attributes(image, details)));
    }
    return said;
  }
}
