package dev.mien.vision.video;

import dev.mien.vision.video.VideoException.Problem;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The work on one video, for other threads to see how far it is, and to end it. Once cancelled it
 * stays so. Thread-safe.
 */
public final class VideoWork {

  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;
  private volatile double share;

  /** Ends the work soon: it throws {@link Problem#CANCELLED}, and its child process is killed. */
  public void cancel() {
    cancelled = true;
    listeners.forEach(Listener::run);
  }

  /** Whether the work is to end. */
  public boolean isCancelled() {
    return cancelled;
  }

  /** How much of the video has been looked at: 0 to 1; 0 while its length is not known. */
  public double share() {
    return share;
  }

  /** Notes how much has been looked at. */
  void advance(long timeMillis, long durationMillis) {
    share = durationMillis > 0 ? Math.clamp((double) timeMillis / durationMillis, 0, 1) : 0;
  }

  /** Throws when the work is to end. */
  void check() throws VideoException {
    if (cancelled) {
      throw new VideoException(Problem.CANCELLED, "the work on the video was ended");
    }
  }

  /** Does something when the work is to end, at once if it is already; until it is closed. */
  Listener onCancel(Runnable action) {
    Listener listener = new Listener(action);
    listeners.add(listener);
    if (cancelled) {
      listener.run();
    }
    return listener;
  }

  /** What is done when the work is to end; harmless to do twice. */
  final class Listener implements AutoCloseable {
    private final Runnable action;

    private Listener(Runnable action) {
      this.action = action;
    }

    private void run() {
      action.run();
    }

    @Override
    public void close() {
      listeners.remove(this);
    }
  }
}
