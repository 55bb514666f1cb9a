package dev.mien.gallery;

/** A store cannot do its work: a fault of the machine or of the program, never of a request. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final StoreFault fault;
  private final boolean outcomeUnknown;

  /** A fault that the store itself has noticed, before it changed anything. */
  public StoreException(String message) {
    this(message, StoreFault.OTHER);
  }

  /** A fault of a known kind that the store itself has noticed, before it changed anything. */
  public StoreException(String message, StoreFault fault) {
    super(message);
    this.fault = fault;
    outcomeUnknown = false;
  }

  /** A fault below the store that has changed nothing. */
  public StoreException(String message, Throwable cause) {
    this(message, cause, StoreFault.of(cause), false);
  }

  /** A fault below the store, after which a write may have been made or not. */
  public StoreException(String message, Throwable cause, boolean outcomeUnknown) {
    this(message, cause, StoreFault.of(cause), outcomeUnknown);
  }

  /**
   * A fault below the store.
   *
   * @param outcomeUnknown whether a write may have been made although it failed
   */
  public StoreException(String message, Throwable cause, StoreFault fault, boolean outcomeUnknown) {
    super(message, cause);
    this.fault = fault;
    this.outcomeUnknown = outcomeUnknown;
  }

  /** What somebody could do something about. */
  public StoreFault fault() {
    return fault;
  }

  /** Whether a write may have been made although it failed. */
  public boolean isOutcomeUnknown() {
    return outcomeUnknown;
  }
}
