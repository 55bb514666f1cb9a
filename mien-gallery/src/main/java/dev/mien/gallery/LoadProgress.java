package dev.mien.gallery;

import static java.util.Objects.requireNonNull;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the search index is when a gallery is opened; says it in the log as well, every few
 * seconds while it lasts. Thread-safe.
 */
public final class LoadProgress {
  private static final Logger LOG = LoggerFactory.getLogger(LoadProgress.class);

  private static final long NANOS_PER_LINE = TimeUnit.SECONDS.toNanos(3);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What threads do while the index is loaded. */
  public enum Phase {
    /** The store is read, and rows are made. */
    READING,
    /** Rows get their codes. */
    ENCODING,
    /** Rows, groups and persons are put into the index. */
    PUTTING_IN
  }

  private final Map<Phase, LongAdder> processorNanos =
      new EnumMap<>(
          Map.of(
              Phase.READING, new LongAdder(),
              Phase.ENCODING, new LongAdder(),
              Phase.PUTTING_IN, new LongAdder()));
  private final AtomicLong loaded = new AtomicLong();
  private volatile long total;
  private volatile long startNanos;
  private final AtomicLong nextLine = new AtomicLong();

  /** Nothing is loaded yet, nor known how much there is. */
  public LoadProgress() {}

  /** Loading begins. */
  void begin(long faces) {
    total = faces;
    startNanos = System.nanoTime();
    nextLine.set(startNanos + NANOS_PER_LINE);
  }

  /** Does work of a phase in this thread. */
  <T> T measured(Phase phase, Supplier<T> work) {
    long begin = THREADS.getCurrentThreadCpuTime();
    T result = work.get();
    adder(phase).add(THREADS.getCurrentThreadCpuTime() - begin);
    return result;
  }

  /** Does work of a phase in this thread. */
  void measured(Phase phase, Runnable work) {
    measured(
        phase,
        () -> {
          work.run();
          return phase;
        });
  }

  private LongAdder adder(Phase phase) {
    return requireNonNull(processorNanos.get(phase), "a phase without a sum");
  }

  /** So many more faces are there. */
  void faces(long more) {
    long faces = loaded.addAndGet(more);
    long next = nextLine.get();
    long now = System.nanoTime();
    if (now - next >= 0 && nextLine.compareAndSet(next, now + NANOS_PER_LINE)) {
      LOG.info("Search index: {} of {} faces are loaded", faces, total);
    }
  }

  /**
   * All is there.
   *
   * @throws StoreException if it is not: fewer faces were read than are counted
   */
  void done() {
    if (loaded.get() != total) {
      throw new StoreException(
          "The database is damaged: of %d faces, %d can be read. %s"
              .formatted(total, loaded.get(), StoreFault.DAMAGED.advice()),
          StoreFault.DAMAGED);
    }
    LOG.info(
        "Search index: {} faces loaded in {} ms",
        total,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos));
  }

  /** The processor time that a phase has taken so far, in all threads, without the JVM's own. */
  public long processorNanos(Phase phase) {
    return adder(phase).sum();
  }

  /** How many faces are loaded. */
  public long loaded() {
    return loaded.get();
  }

  /** How many faces there are; 0 while that is not known. */
  public long total() {
    return total;
  }
}
