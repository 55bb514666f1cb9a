package dev.mien.gallery;

/** A store cannot do its work: a fault of the machine or of the program, never of a request. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean outcomeUnknown;

  /** A fault that the store itself has noticed, before it changed anything. */
  public StoreException(String message) {
    super(message);
    outcomeUnknown = false;
  }

  /** A fault below the store that has changed nothing. */
  public StoreException(String message, Throwable cause) {
    this(message, cause, false);
  }

  /** A fault below the store, after which a write may have been made or not. */
  public StoreException(String message, Throwable cause, boolean outcomeUnknown) {
    super(message, cause);
    this.outcomeUnknown = outcomeUnknown;
  }

  /** Whether a write may have been made although it failed. */
  public boolean isOutcomeUnknown() {
    return outcomeUnknown;
  }
}
