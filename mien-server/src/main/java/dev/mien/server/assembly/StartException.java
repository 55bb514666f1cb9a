package dev.mien.server.assembly;

/** The server cannot start; the message is for the operator: one line, and what to do. */
public final class StartException extends Exception {
  private static final long serialVersionUID = 1L;

  StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
