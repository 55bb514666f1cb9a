package dev.mien.vision;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.Patch;

/**
 * A square picture of one face, turned in its plane.
 *
 * @param image the picture
 * @param fromOriginal from pixels of the picture it was cut from
 */
public record CloseUp(Image image, Similarity fromOriginal) {

  private static final int SIDE = 360;

  /** Face widths that the picture is wide. */
  private static final double ROOM = 2.6;

  /**
   * Cuts a face out.
   *
   * @param degrees clockwise, as the face is seen to turn
   */
  public static CloseUp of(Image original, Face face, double degrees) {
    Similarity toOriginal =
        Similarity.of(
            ROOM * face.box().width() / SIDE,
            Math.toRadians(-degrees),
            new Point(SIDE / 2.0, SIDE / 2.0),
            face.box().centre());
    Patch patch = new Patch(SIDE, SIDE);
    patch.fill(original, toOriginal);
    float[] planes = patch.planes();
    byte[] rgb = new byte[planes.length];
    for (int i = 0; i < SIDE * SIDE; i++) {
      for (int channel = 0; channel < 3; channel++) {
        rgb[3 * i + channel] = (byte) Math.round(planes[i + channel * SIDE * SIDE]);
      }
    }
    return new CloseUp(Image.of(SIDE, SIDE, rgb), toOriginal.inverse());
  }
}
