package dev.mien.server.work;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many requests a second each of many askers may make, such as an account with an action. Who
 * was quiet may make a second's worth at once; then they come at the even pace. Thread-safe; the
 * state of an asker is one number, and it is kept for those who asked last.
 *
 * <p>This is the generic cell rate algorithm (ITU-T I.371): the number is the moment from which
 * nothing would be left of what was asked for so far.
 *
 * @param <K> names an asker
 */
public final class RateLimit<K> {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** Askers that are remembered: some MiB. One that is forgotten begins anew, a second richer. */
  private static final int ASKERS_MAX = 50_000;

  private static final float LOAD_FACTOR = 0.75f;

  private final long intervalNanos;
  private final LongSupplier nanoTime;

  /** When each asker's requests so far have been paced out; guarded by this. */
  private final Map<K, Long> pacedOut =
      new LinkedHashMap<>(16, LOAD_FACTOR, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Long> eldest) {
          return size() > ASKERS_MAX;
        }
      };

  /**
   * The same limit for every asker.
   *
   * @param perSecond 1 to a thousand million; else {@link IllegalArgumentException}
   * @param nanoTime a clock that never runs back, such as {@link System#nanoTime}
   */
  public RateLimit(int perSecond, LongSupplier nanoTime) {
    if (perSecond < 1 || perSecond > NANOS_PER_SECOND) {
      throw new IllegalArgumentException("not a number of requests a second: " + perSecond);
    }
    this.intervalNanos = NANOS_PER_SECOND / perSecond;
    this.nanoTime = nanoTime;
  }

  /** Whether the asker may make a request now; a request that may not be made costs nothing. */
  public synchronized boolean tryAcquire(K asker) {
    long now = nanoTime.getAsLong();
    Long known = pacedOut.get(asker);
    long waiting = known == null ? 0 : Math.max(known - now, 0);
    if (waiting > NANOS_PER_SECOND - intervalNanos) {
      return false;
    }
    pacedOut.put(asker, now + waiting + intervalNanos);
    return true;
  }
}
