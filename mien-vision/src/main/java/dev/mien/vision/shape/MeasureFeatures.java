package dev.mien.vision.shape;

import dev.mien.vision.image.Image;
import dev.mien.vision.image.Lab;
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.landmark.Pose;

/** What is measured on a face as a row of numbers, for heads to weigh. */
public final class MeasureFeatures {

  /** How many there are. */
  public static final int COUNT = 26;

  private MeasureFeatures() {}

  /**
   * In this order: density, curve and length of the brows; area, opening and fold of the eyes;
   * lightness, redness, yellowness and unevenness of the skin; length, forehead, jaw, chin, mouth
   * and length of the chin; width, tip, length, upturn and hump of the nose; distance and width of
   * the eyes, asymmetry; how far the head is turned to either side and raised, in tens of degrees.
   * Lengths, brows and eyes are in standard deviations from the mean of faces so turned.
   */
  public static float[] of(Image image, DetailedFace face) {
    return of(FaceMeasures.of(image, face));
  }

  static float[] of(FaceMeasures measures) {
    Pose pose = measures.pose();
    BrowMeasures brows = measures.brows();
    EyeMeasures eyes = measures.eyes();
    FormMeasures form = measures.form();
    Lab skin = measures.skin().colour();
    return floats(
        Norms.BROW_DENSITY.deviations(brows.density(), pose),
        Norms.BROW_CURVE.deviations(brows.curve(), pose),
        Norms.BROW_LENGTH.deviations(brows.length(), pose),
        Norms.EYE_AREA.deviations(eyes.area(), pose),
        (eyes.leftOpenness() + eyes.rightOpenness()) / 2,
        eyes.fold(),
        skin.lightness(),
        skin.redness(),
        skin.yellowness(),
        Math.log1p(measures.skin().unevenness()),
        Norms.LENGTH.deviations(form.length(), pose),
        Norms.FOREHEAD.deviations(form.foreheadWidth(), pose),
        Norms.JAW.deviations(form.jawWidth(), pose),
        Norms.CHIN.deviations(form.chinWidth(), pose),
        form.mouthWidth(),
        Norms.CHIN_LENGTH.deviations(form.chinLength(), pose),
        Norms.NOSE_WIDTH.deviations(form.noseWidth(), pose),
        Norms.NOSE_TIP.deviations(form.noseTipWidth(), pose),
        Norms.NOSE_LENGTH.deviations(form.noseLength(), pose),
        Norms.NOSE_UPTURN.deviations(form.noseUpturn(), pose),
        Norms.NOSE_HUMP.deviations(form.noseHump(), pose),
        Norms.EYE_DISTANCE.deviations(form.eyeDistance(), pose),
        Norms.EYE_WIDTH.deviations(form.eyeWidth(), pose),
        Norms.ASYMMETRY.deviations(form.asymmetry(), pose),
        Math.abs(pose.yaw()) / 10,
        pose.pitch() / 10);
  }

  private static float[] floats(double... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
