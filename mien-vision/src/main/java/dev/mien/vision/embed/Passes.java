package dev.mien.vision.embed;

import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.Landmarks;
import java.util.IdentityHashMap;

/**
 * What the nets make of one face: each runs once, however many embedders build on it. Not
 * thread-safe.
 */
final class Passes {

  private final Image image;
  private final Landmarks landmarks;
  private final IdentityHashMap<OneNetEmbedder, float[]> vectors = new IdentityHashMap<>();

  Passes(Image image, Landmarks landmarks) {
    this.image = image;
    this.landmarks = landmarks;
  }

  /** The unit vector of a net; the caller's own copy. */
  float[] of(OneNetEmbedder net) {
    return vectors.computeIfAbsent(net, each -> each.run(image, landmarks)).clone();
  }
}
