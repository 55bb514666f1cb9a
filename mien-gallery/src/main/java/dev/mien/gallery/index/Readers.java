package dev.mien.gallery.index;

import java.util.TreeMap;

/**
 * Knows which searches are running. What is removed from an index meanwhile must stay as it is
 * until all of them have left that may have seen it. Thread-safe.
 */
final class Readers {
  /** How many are running that entered at each time. */
  private final TreeMap<Long, Integer> present = new TreeMap<>();

  /** Grows with each removal. */
  private long now;

  /** A search begins. Gives the time, for {@link #leave}. */
  synchronized long enter() {
    present.merge(now, 1, Integer::sum);
    return now;
  }

  /** A search has ended that entered at this time. */
  synchronized void leave(long entered) {
    present.computeIfPresent(entered, (time, count) -> count == 1 ? null : count - 1);
    if (present.isEmpty()) {
      notifyAll();
    }
  }

  /** Something is removed, which those who enter from now on will not see. Gives the time. */
  synchronized long remove() {
    return now++;
  }

  /** Whether nobody is left who may have seen what was removed at a time. */
  synchronized boolean haveLeft(long removal) {
    return present.isEmpty() || present.firstKey() > removal;
  }

  /** Waits until no search is running. An interrupt is kept for later: searches are short. */
  synchronized void awaitNone() {
    boolean interrupted = false;
    while (!present.isEmpty()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
