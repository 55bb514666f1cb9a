package dev.mien.server.iai.type;

import dev.mien.vision.quality.Completeness;
import dev.mien.vision.quality.FacePart;

/** How free of occlusion each part of a face is, 0 to 100. */
public record FaceQualityCompleteness(
    long eyebrow, long eye, long nose, long cheek, long mouth, long chin) {
  /** Stands where occlusion was not analysed. */
  public static final FaceQualityCompleteness NONE = new FaceQualityCompleteness(0, 0, 0, 0, 0, 0);

  /** What was assessed. */
  public static FaceQualityCompleteness of(Completeness completeness) {
    return new FaceQualityCompleteness(
        completeness.of(FacePart.EYEBROW),
        completeness.of(FacePart.EYE),
        completeness.of(FacePart.NOSE),
        completeness.of(FacePart.CHEEK),
        completeness.of(FacePart.MOUTH),
        completeness.of(FacePart.CHIN));
  }
}
