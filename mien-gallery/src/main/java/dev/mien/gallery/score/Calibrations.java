package dev.mien.gallery.score;

import java.util.Map;

/**
 * The calibration of each embedder that the server has. Immutable.
 *
 * @param byEmbedderId embedder id to its calibration
 */
public record Calibrations(Map<String, Calibration> byEmbedderId) {
  /** Copies the map. */
  public Calibrations {
    byEmbedderId = Map.copyOf(byEmbedderId);
  }

  /** Whether the embedder's similarities have a meaning. */
  public boolean covers(String embedderId) {
    return byEmbedderId.containsKey(embedderId);
  }

  /**
   * What a similarity of an embedder's templates is worth on a score line.
   *
   * @param similarity inner product of two unit vectors
   */
  public Score score(String embedderId, ScoreLine line, double similarity) {
    Calibration calibration = byEmbedderId.get(embedderId);
    if (calibration == null) {
      throw new IllegalArgumentException("no calibration for embedder " + embedderId);
    }
    return line.score(calibration.falseMatchRate(similarity));
  }
}
