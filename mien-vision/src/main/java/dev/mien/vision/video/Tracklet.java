package dev.mien.vision.video;

import dev.mien.vision.Face;
import dev.mien.vision.embed.Embedding;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.image.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * A face followed from picture to picture without doubt. Mutable, for one thread; it keeps its best
 * crop and never a whole picture.
 */
final class Tracklet {

  /** Appearance is looked at twice a second at first: that tells people apart that swap places. */
  private static final long EMBED_EVERY_MILLIS = 500;

  /** Once so much is known of a face it is looked at half as often. */
  private static final int WELL_KNOWN = 4;

  /** Room around the face in its picture, as a factor of its longer side. */
  private static final double CROP = 1.7;

  /** A crop's longer side: enough to look at, and many of them fit into memory. */
  private static final int CROP_PIXELS_MAX = 512;

  /** A head turned by this many degrees counts half as good to look at. */
  private static final double HALF_GOOD_DEGREES = 30;

  private final List<Sighting> sightings = new ArrayList<>();
  private final List<Future<Embedding>> appearances = new ArrayList<>();
  private long embeddedMillis = Long.MIN_VALUE / 2;
  private double bestMerit = -1;
  private long bestMillis;
  private Image bestImage;

  Tracklet(Frame frame, Face face, double scale) {
    bestImage = frame.image();
    add(frame, face, scale);
  }

  /**
   * @param scale the picture's width against the video's
   */
  void add(Frame frame, Face face, double scale) {
    Box box = face.box();
    sightings.add(
        new Sighting(
            frame.timeMillis(),
            new Box(box.x() / scale, box.y() / scale, box.width() / scale, box.height() / scale)));
    double turned = Math.hypot(face.pose().yaw(), face.pose().pitch()) / HALF_GOOD_DEGREES;
    double merit = face.confidence() * Math.sqrt(box.area()) / (1 + turned * turned);
    if (merit > bestMerit) {
      bestMerit = merit;
      bestMillis = frame.timeMillis();
      bestImage = frame.image().cropped(around(box)).atMost(CROP_PIXELS_MAX);
    }
  }

  private static Box around(Box box) {
    double side = CROP * Math.max(box.width(), box.height());
    return new Box(box.centre().x() - side / 2, box.centre().y() - side / 2, side, side);
  }

  /** Whether it is time to look at the face's appearance again. */
  boolean wantsAppearance(long timeMillis) {
    long every = appearances.size() < WELL_KNOWN ? EMBED_EVERY_MILLIS : 2 * EMBED_EVERY_MILLIS;
    return timeMillis - embeddedMillis >= every;
  }

  void addAppearance(long timeMillis, Future<Embedding> appearance) {
    embeddedMillis = timeMillis;
    appearances.add(appearance);
  }

  /** Takes over all of a later tracklet of the same person. */
  void append(Tracklet later) {
    sightings.addAll(later.sightings);
    appearances.addAll(later.appearances);
    embeddedMillis = later.embeddedMillis;
    if (later.bestMerit > bestMerit) {
      bestMerit = later.bestMerit;
      bestMillis = later.bestMillis;
      bestImage = later.bestImage;
    }
  }

  /** How like the face has been to another at its most alike, -1..1; waits for pending work. */
  double similarity(Embedding other) throws InterruptedException, ExecutionException {
    double most = -1;
    for (Future<Embedding> appearance : appearances) {
      most = Math.max(most, appearance.get().similarity(other));
    }
    return most;
  }

  /** How alike two tracklets are at their most alike, -1..1; waits for pending work. */
  double similarity(Tracklet other) throws InterruptedException, ExecutionException {
    double most = -1;
    for (Future<Embedding> appearance : other.appearances) {
      most = Math.max(most, similarity(appearance.get()));
    }
    return most;
  }

  /** Where the face would be by now, going on as in its last two sightings. */
  Box predicted(long timeMillis) {
    Sighting last = last();
    if (sightings.size() < 2) {
      return last.box();
    }
    Sighting before = sightings.get(sightings.size() - 2);
    double steps =
        (double) (timeMillis - last.timeMillis()) / (last.timeMillis() - before.timeMillis());
    double shiftX = steps * (last.box().centre().x() - before.box().centre().x());
    double shiftY = steps * (last.box().centre().y() - before.box().centre().y());
    Box box = last.box();
    return new Box(box.x() + shiftX, box.y() + shiftY, box.width(), box.height());
  }

  /** Pixels of the crop that is kept. */
  long cropPixels() {
    return (long) bestImage.width() * bestImage.height();
  }

  Sighting first() {
    return sightings.getFirst();
  }

  Sighting last() {
    return sightings.getLast();
  }

  int length() {
    return sightings.size();
  }

  /** The finished track. */
  FaceTrack track(long endMillis) {
    return new FaceTrack(first().timeMillis(), endMillis, sightings, bestMillis, bestImage);
  }
}
