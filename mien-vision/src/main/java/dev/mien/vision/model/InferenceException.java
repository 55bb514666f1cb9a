package dev.mien.vision.model;

/**
 * A net that was loaded failed to run: out of memory, or a net that does not fit its description.
 */
public final class InferenceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InferenceException(String message, Throwable cause) {
    super(message, cause);
  }
}
