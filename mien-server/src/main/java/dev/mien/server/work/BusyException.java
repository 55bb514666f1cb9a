package dev.mien.server.work;

/** There is more work than the pool may hold; nothing of the refused job was done. */
public final class BusyException extends Exception {
  private static final long serialVersionUID = 1L;

  BusyException(String message) {
    super(message, null, false, false);
  }
}
