package dev.mien.server.bench;

/** A measurement cannot be made; the message says why. */
public final class BenchException extends Exception {
  private static final long serialVersionUID = 1L;

  BenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
