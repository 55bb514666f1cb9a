package dev.mien.models.tfjs;

/** A model file is not what its format promises; the message names the file and the place. */
public final class ModelFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ModelFormatException(String message) {
    super(message);
  }
}
