package dev.mien.models.pack;

/**
 * The pack cannot be built; the message is for the person at the keyboard and says what to do next
 * where that is known.
 */
public final class PackBuildException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PackBuildException(String message) {
    super(message);
  }

  public PackBuildException(String message, Throwable cause) {
    super(message, cause);
  }
}
