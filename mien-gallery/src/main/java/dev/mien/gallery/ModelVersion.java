package dev.mien.gallery;

import dev.mien.gallery.score.ScoreLine;

/**
 * The generation of face recognition models that a group was created for. Faces of different
 * generations are never compared.
 */
public enum ModelVersion {
  /** The older generation: faces only, and a score line of its own. */
  V2_0("2.0", ScoreLine.FROM_40, false),
  /** The current generation. */
  V3_0("3.0", ScoreLine.FROM_10, true);

  private final String text;
  private final ScoreLine scoreLine;
  private final boolean fusesPersons;

  ModelVersion(String text, ScoreLine scoreLine, boolean fusesPersons) {
    this.text = text;
    this.scoreLine = scoreLine;
    this.fusesPersons = fusesPersons;
  }

  /** Reads the wire's name of a version: {@code 2.0} or {@code 3.0}. */
  public static ModelVersion of(String text) throws GalleryException {
    for (ModelVersion version : values()) {
      if (version.text.equals(text)) {
        return version;
      }
    }
    throw new GalleryException(GalleryError.MODEL_VERSION_ILLEGAL, text);
  }

  /** The wire's name: {@code 2.0} or {@code 3.0}. */
  public String text() {
    return text;
  }

  /** How scores of this version stand for error rates. */
  public ScoreLine scoreLine() {
    return scoreLine;
  }

  /** Whether a person's faces can be searched and verified as one. */
  public boolean fusesPersons() {
    return fusesPersons;
  }
}
