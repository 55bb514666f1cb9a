package dev.mien.vision.liveness;

/** The luminance of samples as JPEG has it (ITU-R BT.601), 0..255. */
final class Luma {

  private Luma() {}

  /**
   * Of each sample.
   *
   * @param rgb three planes, 0..255
   */
  static float[] of(float[] rgb) {
    float[] luma = new float[rgb.length / 3];
    for (int i = 0; i < luma.length; i++) {
      luma[i] = 0.299f * rgb[i] + 0.587f * rgb[i + luma.length] + 0.114f * rgb[i + 2 * luma.length];
    }
    return luma;
  }
}
