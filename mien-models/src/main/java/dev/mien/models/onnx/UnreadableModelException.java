package dev.mien.models.onnx;

/**
 * An ONNX file is damaged, or has something that {@link Model} does not hold; the message says
 * what.
 */
public final class UnreadableModelException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnreadableModelException(String message) {
    super(message);
  }

  public UnreadableModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
