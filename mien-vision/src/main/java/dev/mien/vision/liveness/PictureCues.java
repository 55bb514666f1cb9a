package dev.mien.vision.liveness;

import dev.mien.vision.Face;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.Patch;
import java.util.Arrays;

/**
 * What tells a photographed screen or print from a face without a net: periodic patterns (moiré),
 * detail that the second camera lost, and black that the screen's glow or reflections lift. Each is
 * a number of the order of 1.
 *
 * <p>Others were measured on the development pictures and left out, because their sign differs from
 * one set of subjects to the other: colours and their spread, glare, straight edges beside the
 * face, the spectrum at the picture's own resolution, and the anti-spoofing net that came with the
 * pack.
 */
final class PictureCues {

  /** Samples a side of the square in the middle of the face whose spectrum is taken. */
  private static final int SIDE = 64;

  /** The square's side as a share of the face's width: cheeks, nose and eyes, no background. */
  private static final double SHARE = 0.75;

  /** Logarithms of ratios are divided by this. */
  private static final double LOG_UNIT = 3;

  private static final float BLACK_UNIT = 64;

  /** The share of the darkest samples that counts as black. */
  private static final int BLACK_OF = 50;

  /** Numbers in {@link #of}. */
  static final int COUNT = 6;

  private PictureCues() {}

  /**
   * Peaks in the two coarse rings of the spectrum, shares of the three fine ones, and the level of
   * black.
   */
  static double[] of(Image picture, Face face) {
    Box box = face.box();
    double scale = SHARE * Math.max(1, Math.min(box.width(), box.height())) / SIDE;
    Patch patch = new Patch(SIDE, SIDE);
    patch.fill(
        picture,
        Similarity.of(
            scale,
            Math.toRadians(face.pose().roll()),
            new Point(SIDE / 2.0, SIDE / 2.0),
            box.centre()));
    float[] luma = luma(patch.planes());
    Spectrum spectrum = Spectrum.of(luma, SIDE);
    double[] cues = new double[COUNT];
    cues[0] = spectrum.peak(0) / LOG_UNIT;
    cues[1] = spectrum.peak(1) / LOG_UNIT;
    cues[2] = spectrum.share(1) / LOG_UNIT;
    cues[3] = spectrum.share(2) / LOG_UNIT;
    cues[4] = spectrum.share(3) / LOG_UNIT;
    Arrays.sort(luma);
    cues[5] = luma[luma.length / BLACK_OF] / BLACK_UNIT - 1;
    return cues;
  }

  private static float[] luma(float[] rgb) {
    int plane = SIDE * SIDE;
    float[] luma = new float[plane];
    for (int i = 0; i < plane; i++) {
      luma[i] = 0.299f * rgb[i] + 0.587f * rgb[i + plane] + 0.114f * rgb[i + 2 * plane];
    }
    return luma;
  }
}
