package dev.mien.server.iai;

import dev.mien.server.protocol.ApiException;
import dev.mien.vision.quality.FaceQuality;
import org.jspecify.annotations.Nullable;

/**
 * The parameter QualityControl: what may be wrong with a face. Problems are severe (very blurred),
 * plain (blurred, dark, bright) or slight (not quite clear). Covered parts of the face are not
 * recognised as a problem yet.
 */
enum QualityControl {
  /** Everything is accepted. */
  NONE(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE),
  /** No severe problem. */
  LOW(0, Integer.MAX_VALUE, Integer.MAX_VALUE),
  /** And not every plain one at once: one of sharpness and light must be right. */
  MEDIUM(0, 1, Integer.MAX_VALUE),
  /** And no plain one. */
  HIGH(0, 0, Integer.MAX_VALUE),
  /** And no slight one. */
  VERY_HIGH(0, 0, 0);

  /** Bounds that the reference gives for the quality values. */
  private static final int VERY_BLURRED_BELOW = 40;

  private static final int BLURRED_BELOW = 60;
  private static final int CLEAR_FROM = 80;
  private static final int DARK_BELOW = 30;
  private static final int BRIGHT_ABOVE = 70;

  private final int severeMax;
  private final int plainMax;
  private final int slightMax;

  QualityControl(int severeMax, int plainMax, int slightMax) {
    this.severeMax = severeMax;
    this.plainMax = plainMax;
    this.slightMax = slightMax;
  }

  /** The value 0 to 4 that a request names; absent, it is 0. */
  static QualityControl of(@Nullable Long value) throws ApiException {
    if (value == null) {
      return NONE;
    }
    if (value < 0 || value >= values().length) {
      throw new ApiException(IaiError.QUALITY_CONTROL_ILLEGAL);
    }
    return values()[(int) (long) value];
  }

  /** Whether a face has no more problems than allowed. */
  boolean accepts(Probe probe) {
    return this == NONE || admits(FaceQuality.assess(probe.picture(), probe.face()));
  }

  /** Whether a face of this quality has no more problems than allowed. */
  boolean admits(FaceQuality quality) {
    int severe = quality.sharpness() < VERY_BLURRED_BELOW ? 1 : 0;
    int plain =
        (quality.sharpness() < BLURRED_BELOW ? 1 : 0)
            + (quality.brightness() < DARK_BELOW || quality.brightness() > BRIGHT_ABOVE ? 1 : 0);
    int slight = quality.sharpness() < CLEAR_FROM ? 1 : 0;
    return severe <= severeMax && plain <= plainMax && slight <= slightMax;
  }
}
