package dev.mien.server.http;

/** How long one request takes, from when its head is there. Used by one thread. */
final class ExchangeTimes {
  private final long start = System.nanoTime();
  private boolean bodyThere;
  private long bodyNanos;

  /** All of the body has arrived. */
  void bodyIsThere() {
    bodyThere = true;
    bodyNanos = nanos();
  }

  /** Whether all of the body has been read. */
  boolean isBodyThere() {
    return bodyThere;
  }

  /** How long the body took; 0 if it was not read, or not to its end. */
  long bodyNanos() {
    return bodyNanos;
  }

  /** How long it has taken until now. */
  long nanos() {
    return System.nanoTime() - start;
  }
}
