package dev.mien.vision.shape;

import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.landmark.Pose;

/**
 * What the shape and the colours of a face say. docs/attributes.md defines each trait and says how
 * well it is known.
 *
 * @param browDensity of both eyebrows
 * @param browCurve of both eyebrows
 * @param browLength of both eyebrows
 * @param eyelid of both eyes
 * @param eyeSize of both eyes
 * @param leftEye whether the eye at the left of the image is open
 * @param rightEye whether the eye at the right of the image is open
 * @param nose its form
 * @param outline the face's form
 * @param skin its colour in the picture
 * @param beauty 0..100: how near to the average, how symmetrical and how even of skin
 */
public record FaceTraits(
    Trait<BrowDensity> browDensity,
    Trait<BrowCurve> browCurve,
    Trait<BrowLength> browLength,
    Trait<EyelidKind> eyelid,
    Trait<EyeSize> eyeSize,
    Trait<EyeState> leftEye,
    Trait<EyeState> rightEye,
    Trait<NoseKind> nose,
    Trait<OutlineKind> outline,
    Trait<SkinTone> skin,
    int beauty) {

  private static final int BEAUTY_MAX = 100;

  public FaceTraits {
    if (beauty < 0 || beauty > BEAUTY_MAX) {
      throw new IllegalArgumentException("beauty " + beauty);
    }
  }

  /** Reads the traits of a face that was found in the image. Costs about a millisecond. */
  public static FaceTraits read(Image image, DetailedFace face) {
    return of(FaceMeasures.of(image, face));
  }

  /** Judges what was measured. */
  static FaceTraits of(FaceMeasures measures) {
    Pose pose = measures.pose();
    BrowMeasures brows = measures.brows();
    EyeMeasures eyes = measures.eyes();
    return new FaceTraits(
        FeatureRules.browDensity(brows, pose),
        FeatureRules.browCurve(brows, pose),
        FeatureRules.browLength(brows, pose),
        FeatureRules.eyelid(eyes),
        FeatureRules.eyeSize(eyes, pose),
        FeatureRules.eyeState(eyes.leftOpenness()),
        FeatureRules.eyeState(eyes.rightOpenness()),
        FormRules.nose(measures.form(), pose),
        FormRules.outline(measures.form(), pose),
        SkinRule.skin(measures.skin()),
        BeautyRule.beauty(measures));
  }
}
