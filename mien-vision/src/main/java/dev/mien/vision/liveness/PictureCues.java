package dev.mien.vision.liveness;

import dev.mien.vision.Face;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.Patch;
import java.util.Arrays;

/**
 * What tells a photographed screen or print from a face without a net, each a number of the order
 * of 1: {@link SkinColour}, the fine detail that the second camera lost, the {@link ColourCues}
 * with what is clipped by reflections, moiré and {@link Borders}.
 */
final class PictureCues {

  /** Samples a side of the square in the middle of the face that skin and detail are read from. */
  private static final int SIDE = 64;

  /** That square's side as a share of the face's width: cheeks, nose and eyes, no background. */
  private static final double MIDDLE = 0.75;

  /** The side of the square for colours as a share of the face's longer side: hair and eyes too. */
  private static final double WHOLE = 0.9;

  /** Logarithms of shares are divided by this. */
  private static final double LOG_UNIT = 3;

  /** The rings of the spectrum that are detail. */
  private static final int FIRST_DETAIL = 1;

  /** Numbers in {@link #of}. */
  static final int COUNT = SkinColour.COUNT + 1 + ColourCues.COUNT + 2;

  private PictureCues() {}

  /**
   * The departures of {@link SkinColour}, the mean of the logarithms of the detail's shares, the
   * {@link ColourCues}, the highest peak of the spectrum, and {@link Borders}.
   */
  static double[] of(Image picture, Face face) {
    Box box = face.box();
    int fine = 2 * SIDE;
    float[] rgb =
        halved(upright(picture, face, MIDDLE * Math.min(box.width(), box.height()), fine));
    float[] luma = Luma.of(rgb);
    double[] cues = Arrays.copyOf(SkinColour.of(rgb, luma), COUNT);
    int at = SkinColour.COUNT;
    cues[at++] = detail(Spectrum.of(luma, SIDE));
    float[] whole = upright(picture, face, WHOLE * Math.max(box.width(), box.height()), fine);
    System.arraycopy(ColourCues.of(whole), 0, cues, at, ColourCues.COUNT);
    at += ColourCues.COUNT;
    cues[at++] = Spectrum.of(Luma.of(pixels(picture, box.centre())), SIDE).peak();
    cues[at] = Borders.of(picture, face);
    return cues;
  }

  /** Planes of a square around the face's middle, turned upright. */
  private static float[] upright(Image picture, Face face, double side, int samples) {
    Patch patch = new Patch(samples, samples);
    patch.fill(
        picture,
        Similarity.of(
            Math.max(1, side) / samples,
            Math.toRadians(face.pose().roll()),
            new Point(samples / 2.0, samples / 2.0),
            face.box().centre()));
    return patch.planes();
  }

  /** The pixels around a point as they are: moiré lies in the finest detail of the picture. */
  private static float[] pixels(Image picture, Point centre) {
    Patch patch = new Patch(SIDE, SIDE);
    patch.fill(
        picture,
        Similarity.of(
            1,
            0,
            new Point(SIDE / 2.0, SIDE / 2.0),
            new Point(Math.rint(centre.x()), Math.rint(centre.y()))));
    return patch.planes();
  }

  private static double detail(Spectrum spectrum) {
    double sum = 0;
    for (int ring = FIRST_DETAIL; ring < Spectrum.RINGS; ring++) {
      sum += spectrum.share(ring);
    }
    return sum / (LOG_UNIT * (Spectrum.RINGS - FIRST_DETAIL));
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
}
