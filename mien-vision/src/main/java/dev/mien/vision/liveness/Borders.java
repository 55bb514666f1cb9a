package dev.mien.vision.liveness;

import dev.mien.vision.Face;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.Patch;

/**
 * The rim of a screen or a sheet of paper beside a face: a step of light that runs straight along
 * the face's box. A wall or a door frame can do the same, so that it says little.
 */
final class Borders {

  /** Samples a side of the square that is looked at. */
  private static final int SIDE = 64;

  /** The square's side in sides of the face's box. */
  private static final double ROOM = 2.4;

  /** Half a side of what is face and no border, in samples. */
  private static final int FACE = SIDE / 4;

  /** Steps of 8-bit luminance are divided by this. */
  private static final double UNIT = 10;

  private Borders() {}

  /** The mean step across the strongest column or row beside the face, of the order of 1. */
  static double of(Image picture, Face face) {
    Box box = face.box();
    double scale = ROOM * Math.max(1, Math.max(box.width(), box.height())) / SIDE;
    Patch patch = new Patch(SIDE, SIDE);
    patch.fill(picture, Similarity.of(scale, 0, new Point(SIDE / 2.0, SIDE / 2.0), box.centre()));
    return strongest(Luma.of(patch.planes())) / UNIT;
  }

  private static double strongest(float[] luma) {
    double most = 0;
    for (int line = 1; line < SIDE - 1; line++) {
      if (Math.abs(line - SIDE / 2) > FACE) {
        double column = 0;
        double row = 0;
        for (int i = FACE; i < SIDE - FACE; i++) {
          column += luma[i * SIDE + line + 1] - luma[i * SIDE + line - 1];
          row += luma[(line + 1) * SIDE + i] - luma[(line - 1) * SIDE + i];
        }
        most = Math.max(most, Math.max(Math.abs(column), Math.abs(row)));
      }
    }
    return most / (SIDE - 2 * FACE);
  }
}
