package dev.mien.gallery;

import java.util.Map;

/**
 * Which embedder stands for which model version in this server; a version without one cannot be
 * used. Immutable.
 *
 * @param embedderIds model version to embedder id
 */
public record ModelVersions(Map<ModelVersion, String> embedderIds) {
  /** Copies the map; an empty one is refused with {@link IllegalArgumentException}. */
  public ModelVersions {
    embedderIds = Map.copyOf(embedderIds);
    if (embedderIds.isEmpty()) {
      throw new IllegalArgumentException("no model version has an embedder");
    }
  }

  /**
   * The embedder of a version; a version without one is {@link GalleryError#MODEL_VERSION_ILLEGAL}.
   */
  public String embedderId(ModelVersion version) throws GalleryException {
    String embedderId = embedderIds.get(version);
    if (embedderId == null) {
      throw new GalleryException(GalleryError.MODEL_VERSION_ILLEGAL, version.text());
    }
    return embedderId;
  }
}
