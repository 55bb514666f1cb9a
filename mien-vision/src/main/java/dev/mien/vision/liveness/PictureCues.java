package dev.mien.vision.liveness;

import dev.mien.vision.Face;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.Patch;
import java.util.Arrays;

/**
 * What tells a photographed screen or print from a face without a net: skin of a colour that skin
 * does not have in ordinary light, and fine detail that the second camera lost. Each is a number of
 * the order of 1.
 *
 * <p>Others were measured on the development pictures and left out, because they mislead on one
 * subject or the other: peaks of the spectrum, the level of black, glare and clipped light, noise,
 * edges of the colours, straight edges beside the face, and the anti-spoofing net of the packages.
 */
final class PictureCues {

  /** Samples a side of the square in the middle of the face that is looked at. */
  private static final int SIDE = 64;

  /** The square's side as a share of the face's width: cheeks, nose and eyes, no background. */
  private static final double SHARE = 0.75;

  /** Logarithms of shares are divided by this. */
  private static final double LOG_UNIT = 3;

  /** The rings of the spectrum that are detail. */
  private static final int FIRST_DETAIL = 1;

  /** Numbers in {@link #of}. */
  static final int COUNT = SkinColour.COUNT + 1;

  private PictureCues() {}

  /**
   * The departures of {@link SkinColour}, and the mean of the logarithms of the detail's shares.
   */
  static double[] of(Image picture, Face face) {
    Box box = face.box();
    int fine = 2 * SIDE;
    double scale = SHARE * Math.max(1, Math.min(box.width(), box.height())) / fine;
    Patch patch = new Patch(fine, fine);
    patch.fill(
        picture,
        Similarity.of(
            scale,
            Math.toRadians(face.pose().roll()),
            new Point(fine / 2.0, fine / 2.0),
            box.centre()));
    float[] rgb = halved(patch.planes());
    float[] luma = luma(rgb);
    double[] cues = Arrays.copyOf(SkinColour.of(rgb, luma), COUNT);
    Spectrum spectrum = Spectrum.of(luma, SIDE);
    int rings = Spectrum.RINGS - FIRST_DETAIL;
    for (int ring = FIRST_DETAIL; ring < Spectrum.RINGS; ring++) {
      cues[SkinColour.COUNT] += spectrum.share(ring) / (LOG_UNIT * rings);
    }
    return cues;
  }

  /**
   * Means of two by two samples: where a face has more pixels than samples, those in between count
   * too, and detail that is too fine for them does not come back as coarser detail.
   */
  private static float[] halved(float[] planes) {
    float[] halved = new float[planes.length / 4];
    for (int i = 0; i < halved.length; i++) {
      int from = 2 * (i % SIDE) + 4 * SIDE * (i / SIDE);
      int below = from + 2 * SIDE;
      halved[i] = (planes[from] + planes[from + 1] + planes[below] + planes[below + 1]) / 4;
    }
    return halved;
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
