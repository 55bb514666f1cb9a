package dev.mien.server.work;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much work is done at once.
 *
 * @param workers how many jobs run at the same time
 * @param waiters how many further jobs may be in {@link WorkPool#await} at the same time
 * @param queue how many jobs may wait for a worker
 * @param targetWait how long the last of them should wait, when jobs have been waiting for a while
 * @param maxWait how long a job may wait until it starts
 */
public record WorkLimits(
    int workers, int waiters, int queue, Duration targetWait, Duration maxWait) {

  public WorkLimits {
    requireNonNull(targetWait, "targetWait is null");
    requireNonNull(maxWait, "maxWait is null");
    if (workers < 1 || waiters < 0 || queue < 1) {
      throw new IllegalArgumentException("workers and queue must be positive");
    }
    if (!targetWait.isPositive() || maxWait.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("target-wait and max-wait must be positive");
    }
  }
}
