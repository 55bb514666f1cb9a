package dev.mien.vision.model;

/**
 * A model pack that cannot be used; the message names the file or key and says what was expected.
 */
public final class ModelPackException extends Exception {

  private static final long serialVersionUID = 1L;

  public ModelPackException(String message) {
    super(message);
  }

  public ModelPackException(String message, Throwable cause) {
    super(message, cause);
  }
}
