package dev.mien.gallery;

import dev.mien.gallery.index.FaceIndex;
import dev.mien.gallery.index.IndexResources;

/**
 * The rows of one embedder in one account: one a face, by {@link FaceId#number}, and one fused a
 * person of several faces, by {@link IndexedPerson#number}, which is every row's owner.
 *
 * @param embedderId whose vectors these are
 * @param rows of faces and persons
 */
record EmbedderIndex(String embedderId, FaceIndex<GroupRows> rows) implements AutoCloseable {
  static EmbedderIndex empty(String embedderId, int dimensions, IndexResources resources) {
    return new EmbedderIndex(embedderId, new FaceIndex<>(dimensions, resources));
  }

  /** A row as a template again. */
  Template template(float[] vector) {
    return new Template(embedderId, vector);
  }

  @Override
  public void close() {
    rows.close();
  }
}
