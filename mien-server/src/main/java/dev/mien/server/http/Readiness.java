package dev.mien.server.http;

/** Whether the server can answer requests. Safe for use by many threads. */
public final class Readiness {
  private volatile State state = State.STARTING;

  /** The stages of a server's life. */
  public enum State {
    /** Models and the gallery are being loaded. */
    STARTING,
    READY,
    /** No new requests, please. */
    STOPPING
  }

  public State state() {
    return state;
  }

  public void set(State next) {
    state = next;
  }
}
