package dev.mien.server.bench.load;

import dev.mien.server.bench.BenchException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Watches a server's memory while something else is measured. */
final class Peaks implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final Gauge gauge;
  private final Thread watcher;
  private final AtomicReference<@Nullable BenchException> failure = new AtomicReference<>();
  private volatile double residentMegabytes;
  private volatile double heapMegabytes;

  private Peaks(Gauge gauge) {
    this.gauge = gauge;
    this.watcher = Thread.ofVirtual().unstarted(this::watch);
  }

  /** Begins to watch. */
  static Peaks watch(Gauge gauge) {
    Peaks peaks = new Peaks(gauge);
    peaks.watcher.start();
    return peaks;
  }

  /** The most that was in RAM at a time. */
  double residentMegabytes() throws BenchException {
    requireNoFailure();
    return residentMegabytes;
  }

  /** The most that a garbage collection left. */
  double heapMegabytes() throws BenchException {
    requireNoFailure();
    return heapMegabytes;
  }

  private void requireNoFailure() throws BenchException {
    BenchException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  private void watch() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Gauge.Reading reading = gauge.read();
        residentMegabytes = Math.max(residentMegabytes, reading.residentMegabytes());
        heapMegabytes = Math.max(heapMegabytes, reading.heapMegabytes());
        Thread.sleep(INTERVAL);
      }
    } catch (BenchException e) {
      failure.set(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // that is how it ends
    }
  }

  @Override
  public void close() {
    watcher.interrupt(); // it changes nothing but itself, so nobody waits for its end
  }
}
