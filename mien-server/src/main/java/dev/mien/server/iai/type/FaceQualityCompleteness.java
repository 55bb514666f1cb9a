package dev.mien.server.iai.type;

/** How free of occlusion each part of a face is, 0 to 100. */
public record FaceQualityCompleteness(
    long eyebrow, long eye, long nose, long cheek, long mouth, long chin) {
  /** Stands where occlusion was not analysed. */
  public static final FaceQualityCompleteness NONE = new FaceQualityCompleteness(0, 0, 0, 0, 0, 0);
}
