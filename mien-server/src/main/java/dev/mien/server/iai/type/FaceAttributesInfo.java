package dev.mien.server.iai.type;

/**
 * What a face looks like.
 *
 * @param gender 0 to 49 female, 50 to 100 male, surer towards the ends
 * @param age years, 0 to 100
 * @param expression 0 neutral to 100 laughing
 * @param pitch degrees, -30 to 30
 * @param yaw degrees, -30 to 30
 * @param roll degrees, -180 to 180
 * @param beauty 0 to 100
 */
public record FaceAttributesInfo(
    long gender,
    long age,
    long expression,
    boolean glass,
    long pitch,
    long yaw,
    long roll,
    long beauty,
    boolean hat,
    boolean mask,
    FaceHairAttributesInfo hair,
    boolean eyeOpen) {

  /** Stands where attributes were not asked for. */
  public static final FaceAttributesInfo NONE =
      new FaceAttributesInfo(
          0, 0, 0, false, 0, 0, 0, 0, false, false, FaceHairAttributesInfo.NONE, true);
}
