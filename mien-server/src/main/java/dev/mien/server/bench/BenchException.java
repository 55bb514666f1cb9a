package dev.mien.server.bench;

/** A measurement cannot be made; the message says why. */
public final class BenchException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A measurement that cannot be made as things are. */
  public BenchException(String message) {
    super(message);
  }

  /** A measurement that failed; the cause is for developers. */
  public BenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
