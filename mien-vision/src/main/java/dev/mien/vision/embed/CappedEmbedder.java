package dev.mien.vision.embed;

/** Another embedder's vectors, limited by a {@link Cohort}. */
record CappedEmbedder(Embedder inner, Cohort cohort) implements Embedder {

  @Override
  public float[] embed(Passes passes) {
    return cohort.limit(inner.embed(passes));
  }

  @Override
  public int dimension() {
    return inner.dimension();
  }
}
