package dev.mien.media;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that clears a store up: at its start what is left over, then what has expired. */
final class MediaSweeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MediaSweeper.class);

  private final MediaStore store;
  private final Duration interval;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("mien-media-sweeper").daemon().factory());

  /** Only the thread uses it. */
  private boolean leftoversGone;

  private @Nullable ScheduledFuture<?> task;

  MediaSweeper(MediaStore store, Duration interval) {
    this.store = store;
    this.interval = interval;
  }

  /** Begins; the first look is taken at once. */
  void start() {
    task = thread.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    if (!leftoversGone) {
      attempt(store::sweepUnreferenced);
      leftoversGone = true; // only a process that ended can have left some
    }
    attempt(store::sweepExpired);
  }

  private static void attempt(Runnable sweep) {
    try {
      sweep.run();
    } catch (RuntimeException e) {
      LOG.error("The media store could not be cleared up; the next try is due later", e);
    }
  }

  @Override
  public void close() {
    ScheduledFuture<?> running = task;
    if (running != null) {
      running.cancel(false);
    }
    thread.close();
  }
}
