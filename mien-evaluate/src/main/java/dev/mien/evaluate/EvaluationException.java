package dev.mien.evaluate;

/** A measurement cannot be made; the message says what to change. */
public final class EvaluationException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A problem of what was asked for. */
  public EvaluationException(String message) {
    super(message);
  }

  /** A problem with a cause of its own. */
  public EvaluationException(String message, Throwable cause) {
    super(message, cause);
  }
}
