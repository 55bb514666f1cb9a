package dev.mien.vision.quality;

import dev.mien.vision.Face;
import dev.mien.vision.image.Image;

/**
 * How fit a face in a picture is for recognition.
 *
 * @param score 0..100: the estimated chance, in percent, that the face is recognised against an
 *     ordinary picture of the same person at a false match rate of 0.1 %
 * @param sharpness 0..100; up to 40 very blurred, 60 blurred, 80 fair, above clear
 * @param brightness 0..100; below 30 dark, above 70 bright
 * @param completeness how much of each part is seen
 */
public record FaceQuality(int score, int sharpness, int brightness, Completeness completeness) {

  private static final int MAX = 100;
  private static final double LUMA_MAX = 255;

  /**
   * Detail relative to contrast that counts as 100 and as 0; between them the scale is logarithmic,
   * because blur of twice the width takes about the same share of the detail wherever it starts.
   * Median over 230 development faces as they are: 0.30, and under Gaussian blur of 1, 2, 3 and 5 %
   * of the face's width: 0.15, 0.075, 0.045, 0.025. The two bounds put these at 97, 73, 50, 33 and
   * 13.
   */
  static final double SHARP_DETAIL = 0.33;

  static final double BLURRED_DETAIL = 0.017;

  /** Refuses values out of range with {@link IllegalArgumentException}. */
  public FaceQuality {
    if (isNoPercentage(score) || isNoPercentage(sharpness) || isNoPercentage(brightness)) {
      throw new IllegalArgumentException(
          "quality out of range: " + score + ", " + sharpness + ", " + brightness);
    }
  }

  private static boolean isNoPercentage(int value) {
    return value < 0 || value > MAX;
  }

  /** Assesses a face that was found in the picture. Costs a few milliseconds. */
  public static FaceQuality assess(Image picture, Face face) {
    QualityMeasures measures = QualityMeasures.of(picture, face);
    Completeness completeness = Completeness.assess(picture, face);
    double score = MAX * RecognitionChance.of(Penalties.of(measures, face.pose(), completeness));
    return new FaceQuality(
        rounded(score),
        rounded(sharpness(measures.detail())),
        rounded(MAX * measures.mean() / LUMA_MAX),
        completeness);
  }

  private static double sharpness(double detail) {
    return detail <= 0
        ? 0
        : MAX * Math.log(detail / BLURRED_DETAIL) / Math.log(SHARP_DETAIL / BLURRED_DETAIL);
  }

  private static int rounded(double value) {
    return (int) Math.round(Math.clamp(value, 0, MAX));
  }
}
