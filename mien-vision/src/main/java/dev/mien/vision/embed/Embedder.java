package dev.mien.vision.embed;

import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.Landmarks;

/** Makes unit vectors of faces. Thread-safe. */
sealed interface Embedder permits OneNetEmbedder, FusedEmbedder {

  /** A new unit vector. */
  float[] embed(Image image, Landmarks landmarks);

  /** Components of the vectors. */
  int dimension();
}
