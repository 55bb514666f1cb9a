package dev.mien.server.iai.type;

import dev.mien.vision.quality.FaceQuality;

/**
 * The quality of a face: overall score, sharpness and brightness, each 0 to 100, and occlusion by
 * part.
 */
public record FaceQualityInfo(
    long score, long sharpness, long brightness, FaceQualityCompleteness completeness) {
  /** Stands where quality was not asked for. */
  public static final FaceQualityInfo NONE =
      new FaceQualityInfo(0, 0, 0, FaceQualityCompleteness.NONE);

  /** What was assessed. */
  public static FaceQualityInfo of(FaceQuality quality) {
    return new FaceQualityInfo(
        quality.score(),
        quality.sharpness(),
        quality.brightness(),
        FaceQualityCompleteness.of(quality.completeness()));
  }
}
