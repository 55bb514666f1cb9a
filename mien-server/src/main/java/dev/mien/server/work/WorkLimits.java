package dev.mien.server.work;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much work is done at once.
 *
 * @param workers how many jobs run at the same time
 * @param waiters how many further jobs may be in {@link WorkPool#await} at the same time
 * @param queue how many jobs may wait for a thread
 * @param maxWait how long a job may wait until it starts
 */
public record WorkLimits(int workers, int waiters, int queue, Duration maxWait) {

  public WorkLimits {
    requireNonNull(maxWait, "maxWait is null");
    if (workers < 1 || waiters < 0 || queue < 1 || maxWait.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("workers, queue and max-wait must be positive");
    }
  }
}
