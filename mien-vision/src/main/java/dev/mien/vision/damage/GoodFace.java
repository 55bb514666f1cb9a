package dev.mien.vision.damage;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.image.Image;
import dev.mien.vision.quality.FaceQuality;
import java.util.Comparator;
import java.util.Optional;

/**
 * A face to be made worse, in a picture of its surroundings.
 *
 * @param picture the face with as much around it as it is wide and high
 * @param face where it is in that picture
 * @param quality of it there
 */
public record GoodFace(Image picture, Face face, FaceQuality quality) {
  /** Larger faces are halved: no ladder begins above, and time grows with the pixels. */
  private static final double MAX_FACE_SIZE = 320;

  private static final DetectOptions ANY = new DetectOptions(3, 10, false);

  /** Boxes of one face in two pictures overlap by this much; a thing over it changes its box. */
  private static final double SAME_FACE = 0.4;

  /** Cuts a face out of a picture. */
  public static GoodFace of(FaceEngine engine, Image picture, Face face) {
    Box box = face.box();
    Image around =
        picture.cropped(
            new Box(
                box.x() - box.width(), box.y() - box.height(), 3 * box.width(), 3 * box.height()));
    double size = Math.max(box.width(), box.height());
    int longest = Math.max(around.width(), around.height());
    Image scaled = around.atMost((int) Math.ceil(longest * Math.min(1, MAX_FACE_SIZE / size)));
    double scale = (double) scaled.width() / around.width();
    Box expected =
        new Box(
            scale * Math.min(box.x(), box.width()),
            scale * Math.min(box.y(), box.height()),
            scale * box.width(),
            scale * box.height());
    return find(engine, scaled, expected)
        .map(found -> new GoodFace(scaled, found, engine.quality(scaled, found)))
        .orElseGet(() -> new GoodFace(picture, face, engine.quality(picture, face)));
  }

  /**
   * The quality of this face in a picture of it that was made worse and may be smaller.
   *
   * @return none where it is no longer found
   */
  public Optional<FaceQuality> in(FaceEngine engine, Image worse) {
    return seenIn(engine, worse).map(found -> engine.quality(worse, found));
  }

  /**
   * This face in a picture of it that was made worse and may be smaller.
   *
   * @return none where it is no longer found
   */
  public Optional<Face> seenIn(FaceEngine engine, Image worse) {
    double scale = (double) worse.width() / picture.width();
    Box box = face.box();
    Box expected =
        new Box(scale * box.x(), scale * box.y(), scale * box.width(), scale * box.height());
    return find(engine, worse, expected);
  }

  private static Optional<Face> find(FaceEngine engine, Image picture, Box expected) {
    return engine.detect(picture, ANY).stream()
        .filter(found -> found.box().intersectionOverUnion(expected) > SAME_FACE)
        .max(Comparator.comparingDouble(found -> found.box().intersectionOverUnion(expected)));
  }
}
