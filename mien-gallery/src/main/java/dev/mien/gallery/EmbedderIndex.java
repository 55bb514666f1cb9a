package dev.mien.gallery;

import dev.mien.gallery.index.FaceIndex;
import dev.mien.gallery.index.IndexResources;

/**
 * The rows of one embedder in one account: one a face, and one fused a person.
 *
 * @param embedderId whose vectors these are
 * @param faces rows by {@link FaceId#number}
 * @param persons rows by {@link IndexedPerson#number}
 */
record EmbedderIndex(String embedderId, FaceIndex<GroupId> faces, FaceIndex<GroupId> persons)
    implements AutoCloseable {
  static EmbedderIndex empty(String embedderId, int dimensions, IndexResources resources) {
    return new EmbedderIndex(
        embedderId, new FaceIndex<>(dimensions, resources), new FaceIndex<>(dimensions, resources));
  }

  /** A row as a template again. */
  Template template(float[] vector) {
    return new Template(embedderId, vector);
  }

  @Override
  public void close() {
    faces.close();
    persons.close();
  }
}
