package dev.mien.vision.video;

import dev.mien.vision.image.Image;
import java.util.List;

/**
 * One person's stay in the picture.
 *
 * @param startMillis when the face is first seen
 * @param endMillis until when it is seen: one sample after it was last seen, or the video's end
 * @param sightings where it is, in the order of time; copied
 * @param bestMillis when it is seen best
 * @param bestImage the face at that time with some room around it
 */
public record FaceTrack(
    long startMillis, long endMillis, List<Sighting> sightings, long bestMillis, Image bestImage) {

  public FaceTrack {
    sightings = List.copyOf(sightings);
    if (startMillis < 0 || endMillis < startMillis || sightings.isEmpty()) {
      throw new IllegalArgumentException("a track from " + startMillis + " to " + endMillis);
    }
  }
}
