package dev.mien.vision.liveness;

import dev.mien.vision.Face;
import dev.mien.vision.damage.Degradations;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.image.Image;
import java.util.Random;

/**
 * A face before a {@link Camera}: itself, on a screen, or on paper. A screen or print shows a
 * picture that was compressed once before, turned a little, and has the range of light and colour
 * of its surface ({@link Surface}).
 */
final class Recapture {

  /** What is left of the picture around the face, in sides of the face's box. */
  private static final double LEAST_ROOM = 1.3;

  private static final double MOST_ROOM = 2.8;

  /** The shorter side of the face's box in the picture that is made, in pixels. */
  private static final double SMALLEST_FACE = 100;

  private static final double LARGEST_FACE = 190;

  /**
   * A picture.
   *
   * @param face where the face is in it
   */
  record Made(Image picture, Face face) {}

  private Recapture() {}

  /** Makes one; the same random numbers make the same. */
  static Made of(Shown kind, Image picture, Face face, Random random) {
    double faceSize = Math.min(face.box().width(), face.box().height());
    Image shown =
        kind == Shown.LIVE
            ? picture
            : Degradations.compressed(
                Degradations.blurred(picture, between(0, 0.004, random) * faceSize),
                between(0.4, 0.92, random));
    double size = between(SMALLEST_FACE, Math.clamp(1.1 * faceSize, 110, LARGEST_FACE), random);
    double reduction = between(1, 1.6, random);
    double scale = size * reduction / faceSize;
    double room = between(LEAST_ROOM, MOST_ROOM, random) * scale;
    int width = (int) Math.round(room * face.box().width());
    int height = (int) Math.round(room * face.box().height());
    Surface surface = Surface.of(kind, size * reduction, random);
    Light light = surface.light(shown, face.box().centre(), scale, width, height);
    Image made = Camera.any(random).photograph(light, reduction);
    double boxWidth = face.box().width() * scale / reduction;
    double boxHeight = face.box().height() * scale / reduction;
    Box box =
        new Box(
            (made.width() - boxWidth) / 2, (made.height() - boxHeight) / 2, boxWidth, boxHeight);
    return new Made(made, new Face(box, face.confidence(), face.landmarks(), face.pose()));
  }

  static double between(double low, double high, Random random) {
    return low + (high - low) * random.nextDouble();
  }
}
