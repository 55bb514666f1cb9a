package dev.mien.server.http;

import java.util.Optional;
import java.util.function.Supplier;

/** Whether the server can answer requests. Safe for use by many threads. */
public final class Readiness {
  private volatile State state = State.STARTING;
  private volatile Supplier<String> progress = () -> "";
  private volatile Supplier<Optional<String>> defect = Optional::empty;

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

  /** Tells from now on how far the start is. */
  public void startsWith(Supplier<String> progress) {
    this.progress = progress;
  }

  /** Tells from now on what is broken, while something is. */
  public void suffersFrom(Supplier<Optional<String>> defect) {
    this.defect = defect;
  }

  /** Whether requests are answered as they should be. */
  boolean isReady() {
    return state == State.READY && defect.get().isEmpty();
  }

  /** One line for whoever asks. */
  String text() {
    return switch (state) {
      case STARTING -> progress.get().isEmpty() ? "starting" : "starting: " + progress.get();
      case READY -> defect.get().map(what -> "not ready: " + what).orElse("ready");
      case STOPPING -> "stopping";
    };
  }
}
