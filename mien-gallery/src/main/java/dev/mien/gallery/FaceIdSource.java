package dev.mien.gallery;

import java.time.Clock;
import java.util.Optional;

/**
 * Gives face ids: 43 bits of milliseconds since 1970 above 20 bits that count within one
 * millisecond.
 *
 * <p>An id is larger than every one given before, also when the clock runs back or the process is
 * new: a store remembers the largest id it has ever kept, and an id that was never kept was never
 * told to anybody. Milliseconds from the year 2000 on give 19 digits, until the year 2248.
 * Thread-safe.
 */
final class FaceIdSource {
  private static final int COUNTER_BITS = 20;

  private final Clock clock;
  private long last;

  FaceIdSource(Clock clock, Optional<FaceId> lastKept) {
    this.clock = clock;
    this.last = lastKept.map(FaceId::number).orElse(FaceId.MIN - 1);
  }

  synchronized FaceId next() {
    last = Math.max(Math.addExact(last, 1), clock.millis() << COUNTER_BITS);
    return new FaceId(last);
  }
}
