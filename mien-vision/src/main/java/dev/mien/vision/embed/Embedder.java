package dev.mien.vision.embed;

/** Makes unit vectors of faces. Thread-safe. */
sealed interface Embedder permits OneNetEmbedder, FusedEmbedder, CappedEmbedder {

  /** A new unit vector of the face that the passes are of. */
  float[] embed(Passes passes);

  /** Components of the vectors. */
  int dimension();
}
