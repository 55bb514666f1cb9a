package dev.mien.vision.model;

import java.nio.file.Path;

/** A manifest (pack.yaml) and the files it names. Immutable and thread-safe. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedMethod"})
public final class ModelPack {

  private final String id;

  private ModelPack(String id) {
    this.id = id;
  }

  /**
   * The pack that the mien-models artifact carries on the class path.
   *
   * @throws ModelPackException when it is absent or unusable
   */
  public static ModelPack bundled() throws ModelPackException {
    throw new ModelPackException("not implemented");
  }

  /**
   * The pack in a directory.
   *
   * @throws ModelPackException when pack.yaml is absent or unusable
   */
  public static ModelPack ofDirectory(Path directory) throws ModelPackException {
    throw new ModelPackException("not implemented: " + directory);
  }

  /** The pack's own name. */
  public String id() {
    return id;
  }
}
