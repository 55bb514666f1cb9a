package dev.mien.server.work;

import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.LongSupplier;

/**
 * Brings large bodies in: as many at a time as there are workers, in the order in which their heads
 * came. Reading, hashing and parsing megabytes takes about as much of a processor as the work
 * itself; a hundred requests that do so at the same time would all become slow and leave the
 * workers idle. A turn is had only while bytes are there, so nobody can keep others out by sending
 * slowly. Thread-safe.
 */
final class Intake {
  private final Admission admission;
  private final LongSupplier nanoTime;
  private final long maxWaitMillis;

  /** These are guarded by this. */
  private final Queue<Arrival> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Arrival::order));

  private int freeTurns;
  private long arrivals;

  Intake(WorkLimits limits, Admission admission, LongSupplier nanoTime) {
    this.admission = admission;
    this.nanoTime = nanoTime;
    this.maxWaitMillis = limits.maxWait().toMillis();
    this.freeTurns = limits.workers();
  }

  /** One more, or nothing if there are too many before it. */
  Optional<Arrival> tryArrive() {
    return admission.tryArrive() ? Optional.of(new Arrival(this, next())) : Optional.empty();
  }

  private synchronized long next() {
    return arrivals++;
  }

  Admission admission() {
    return admission;
  }

  long nanoTime() {
    return nanoTime.getAsLong();
  }

  /** Waits for a turn. */
  void take(Arrival arrival) throws BusyException, InterruptedException {
    synchronized (this) {
      if (freeTurns > 0) {
        freeTurns--;
        return;
      }
      waiting.add(arrival);
    }
    boolean granted = false;
    try {
      granted = arrival.awaitGrant(maxWaitMillis);
    } finally {
      if (!granted) {
        stopWaiting(arrival);
      }
    }
    if (!granted) {
      throw new BusyException("the body was not brought in in time");
    }
  }

  /** A turn that was given just now goes to the next. */
  private synchronized void stopWaiting(Arrival arrival) {
    if (!waiting.remove(arrival)) {
      giveBack();
    }
  }

  /** A turn goes to whoever came first of those who wait. */
  synchronized void giveBack() {
    Arrival next = waiting.poll();
    if (next == null) {
      freeTurns++;
    } else {
      next.grant();
    }
  }
}
