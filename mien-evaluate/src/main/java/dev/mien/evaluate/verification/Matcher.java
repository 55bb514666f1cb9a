package dev.mien.evaluate.verification;

import dev.mien.evaluate.EvaluationException;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.score.Calibration;
import dev.mien.gallery.score.Calibrations;
import dev.mien.gallery.score.ScoreLine;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.embed.EmbedderInfo;
import dev.mien.vision.embed.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Scores two embeddings as the server does for a model version. Immutable and thread-safe.
 *
 * @param embedder the version's embedder
 * @param calibrations what its similarities mean
 * @param line what scores mean
 */
public record Matcher(EmbedderInfo embedder, Calibrations calibrations, ScoreLine line) {

  /**
   * The matcher of a model version.
   *
   * @throws EvaluationException when the pack has no such version
   */
  public static Matcher of(FaceEngine engine, String modelVersion) throws EvaluationException {
    if (!engine.modelVersions().contains(modelVersion)) {
      throw new EvaluationException(
          "the model pack has no version %s, only %s"
              .formatted(modelVersion, String.join(", ", engine.modelVersions())));
    }
    EmbedderInfo embedder = engine.embedder(modelVersion);
    double[] similarities = embedder.similarities();
    double[] logRates = embedder.log10FalseMatchRates();
    List<Calibration.Point> points = new ArrayList<>(similarities.length);
    for (int i = 0; i < similarities.length; i++) {
      points.add(new Calibration.Point(similarities[i], Math.pow(10, logRates[i])));
    }
    return new Matcher(
        embedder,
        new Calibrations(Map.of(embedder.id(), new Calibration(points))),
        line(modelVersion));
  }

  private static ScoreLine line(String modelVersion) throws EvaluationException {
    try {
      return ModelVersion.of(modelVersion).scoreLine();
    } catch (GalleryException e) {
      throw new EvaluationException("the server knows no model version " + modelVersion, e);
    }
  }

  /** The score of two faces, 0..100, before it is rounded for an answer. */
  public float score(Embedding one, Embedding other) {
    return (float) calibrations.score(embedder.id(), line, one.similarity(other)).value();
  }
}
