package dev.mien.vision;

import dev.mien.vision.embed.EmbedderInfo;
import dev.mien.vision.embed.Embedding;
import dev.mien.vision.image.Image;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.util.List;
import java.util.Set;

/**
 * Finds and embeds faces with the nets of one model pack. Thread-safe; the same input gives the
 * same output. Calls are CPU-bound native work of some ten milliseconds: callers bound how many run
 * at once.
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedMethod"})
public final class FaceEngine implements AutoCloseable {

  private FaceEngine() {}

  /**
   * Loads all nets of a pack.
   *
   * @throws ModelPackException when a file is absent, altered or unusable
   */
  public static FaceEngine open(ModelPack pack, EngineOptions options) throws ModelPackException {
    throw new ModelPackException("not implemented: " + pack.id() + options);
  }

  /** The faces of a picture, the largest first. */
  public List<Face> detect(Image image, DetectOptions options) {
    throw new UnsupportedOperationException();
  }

  /**
   * The embedding of a face that {@link #detect} found in the same picture.
   *
   * @param modelVersion one of {@link #modelVersions}
   * @throws IllegalArgumentException when the version is unknown
   */
  public Embedding embed(Image image, Face face, String modelVersion) {
    throw new UnsupportedOperationException();
  }

  /**
   * The embedder behind a model version.
   *
   * @throws IllegalArgumentException when the version is unknown
   */
  public EmbedderInfo embedder(String modelVersion) {
    throw new UnsupportedOperationException();
  }

  /** The versions that the pack has an embedder for, such as "2.0" and "3.0". */
  public Set<String> modelVersions() {
    throw new UnsupportedOperationException();
  }

  /** Frees the nets; no call may be running. */
  @Override
  public void close() {}
}
