package dev.mien.server.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Until when the client of one connection must have done what is its turn now: a head or a body
 * sent, an answer read. When that moment passes, the connection is closed, whatever trickles
 * through it. Thread-safe.
 */
final class ClientDeadline {
  private final EndPoint socket;
  private final Scheduler scheduler;

  /** These are guarded by this. */
  private Scheduler.@Nullable Task task;

  private int exchanges;
  private boolean closed;

  /** The deadline of a connection; for now there is none. */
  ClientDeadline(EndPoint socket, Scheduler scheduler) {
    this.socket = socket;
    this.scheduler = scheduler;
  }

  /** It is the client's turn, for this long. */
  synchronized void start(Duration time) {
    stop();
    if (!closed) {
      task = scheduler.schedule(this::cutOff, time.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** It is the server's turn. */
  synchronized void stop() {
    if (task != null) {
      task.cancel();
      task = null;
    }
  }

  /** A request's head is there; its body may take this long. The number is for {@link #end}. */
  synchronized int begin(Duration body) {
    start(body);
    return ++exchanges;
  }

  /** A request has been answered. Nothing happens if the next one has begun already. */
  synchronized void end(int exchange, Duration untilNext) {
    if (exchange == exchanges) {
      start(untilNext);
    }
  }

  /** The connection is closed. */
  synchronized void close() {
    closed = true;
    stop();
  }

  private void cutOff() {
    socket.close(new TimeoutException("the client takes too long"));
  }
}
