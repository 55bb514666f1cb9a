package dev.mien.vision.damage;

import dev.mien.vision.image.Image;
import dev.mien.vision.quality.FacePart;

/**
 * One of the problems that the reference names for QualityControl, made so plainly that people do
 * not doubt it. The order is that in which they come about: what covers a face is in the same light
 * and as blurred as the face.
 */
public enum Flaw {
  EYES_COVERED("eyes covered", "Completeness.Eye", true),
  NOSE_COVERED("nose covered", "Completeness.Nose", true),
  MOUTH_COVERED("mouth covered", "Completeness.Mouth", true),
  BROWS_COVERED("eyebrows covered", "Completeness.Eyebrow", false),
  CHEEKS_COVERED("cheeks covered", "Completeness.Cheek", false),
  CHIN_COVERED("chin covered", "Completeness.Chin", false),
  DARK("too dark", "Brightness", false),
  BRIGHT("too bright", "Brightness", false),
  BLURRED("blurred", "Sharpness", false),
  VERY_BLURRED("very blurred", "Sharpness", true);

  /** Brightness to be had; the bounds are 30 and 70, and what is cut off at white is missing. */
  private static final double DARK_BRIGHTNESS = 20;

  private static final double BRIGHT_BRIGHTNESS = 95;

  /** Standard deviations as shares of the face's width. */
  private static final double BLUR = 0.015;

  private static final double STRONG_BLUR = 0.05;

  private final String title;
  private final String value;
  private final boolean severe;

  Flaw(String title, String value, boolean severe) {
    this.title = title;
    this.value = value;
    this.severe = severe;
  }

  /** In words. */
  public String title() {
    return title;
  }

  /** The value of FaceQualityInfo that tells it. */
  public String value() {
    return value;
  }

  /** Whether the reference names it for level 1. */
  public boolean severe() {
    return severe;
  }

  /**
   * Adds it.
   *
   * @param image of the face, with other flaws perhaps
   */
  Image add(GoodFace good, Image image) {
    double width = good.face().box().width();
    return switch (this) {
      case EYES_COVERED -> covered(good, image, FacePart.EYE);
      case NOSE_COVERED -> covered(good, image, FacePart.NOSE);
      case MOUTH_COVERED -> covered(good, image, FacePart.MOUTH);
      case BROWS_COVERED -> covered(good, image, FacePart.EYEBROW);
      case CHEEKS_COVERED -> covered(good, image, FacePart.CHEEK);
      case CHIN_COVERED -> covered(good, image, FacePart.CHIN);
      case DARK -> Degradations.darkened(image, Math.min(1, light(good, DARK_BRIGHTNESS)));
      case BRIGHT -> Degradations.overexposed(image, Math.max(1, light(good, BRIGHT_BRIGHTNESS)));
      case BLURRED -> Degradations.blurred(image, BLUR * width);
      case VERY_BLURRED -> Degradations.blurred(image, STRONG_BLUR * width);
    };
  }

  private static Image covered(GoodFace good, Image image, FacePart part) {
    return Cover.part(image, good.face().landmarks(), part);
  }

  private static double light(GoodFace good, double brightness) {
    return brightness / Math.max(1, good.quality().brightness());
  }
}
