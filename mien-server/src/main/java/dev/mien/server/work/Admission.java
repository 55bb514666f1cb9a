package dev.mien.server.work;

import java.util.function.LongSupplier;

/**
 * Decides how many jobs may be in a pool. A burst may fill the queue. But a queue that stands does
 * nothing for anybody: as many jobs are done as without it, each of them later. So, once jobs have
 * been waiting for {@link #BURST_NANOS} without a break, only as many may wait as the workers are
 * likely to finish within the target; the next job that finds a worker free ends that.
 *
 * <p>The idea is that of CoDel (Nichols and Jacobson, Controlling Queue Delay, 2012): what counts
 * is how long the queue has not been empty, not how long it is. Thread-safe.
 */
final class Admission {
  /** Enough for what clients send in one go; a queue that stands is cut down soon. */
  static final long BURST_NANOS = 1_000_000_000;

  /**
   * For each worker so many may always wait. Fewer would leave workers idle between slow jobs, and
   * refuse many while the first jobs after a start are slow.
   */
  static final int ALWAYS_PER_WORKER = 2;

  /** The mean follows the last so many jobs. */
  private static final int JOBS_OF_MEAN = 32;

  private final int workers;
  private final int queue;
  private final long targetNanos;
  private final LongSupplier nanoTime;

  /** Jobs that run or wait for a worker; these fields are guarded by this. */
  private int present;

  private boolean standing;
  private long standingSince;
  private double meanNanos;

  Admission(WorkLimits limits, LongSupplier nanoTime) {
    this.workers = limits.workers();
    this.queue = limits.queue();
    this.targetNanos = limits.targetWait().toNanos();
    this.nanoTime = nanoTime;
  }

  /** Whether one more job would be let in now. */
  synchronized boolean isOpen() {
    return present < workers + mayWait();
  }

  /** Lets a job in, or not. */
  synchronized boolean tryEnter() {
    boolean open = isOpen();
    if (open) {
      change(1);
    }
    return open;
  }

  /** A job that was let in will not run. */
  synchronized void leave() {
    change(-1);
  }

  /** A job is done. */
  synchronized void finish(long workedNanos) {
    meanNanos = meanNanos == 0 ? workedNanos : meanNanos + (workedNanos - meanNanos) / JOBS_OF_MEAN;
    change(-1);
  }

  /** A job waits for something outside, and needs no worker meanwhile. */
  synchronized void pause() {
    change(-1);
  }

  /** A job that was paused needs a worker again. */
  synchronized void resume() {
    change(1);
  }

  private void change(int jobs) {
    present += jobs;
    boolean waiting = present > workers;
    if (waiting && !standing) {
      standingSince = nanoTime.getAsLong();
    }
    standing = waiting;
  }

  private int mayWait() {
    if (!standing || nanoTime.getAsLong() - standingSince < BURST_NANOS || meanNanos == 0) {
      return queue;
    }
    double inTime = targetNanos / meanNanos * workers;
    return (int) Math.min(queue, Math.max(inTime, (double) ALWAYS_PER_WORKER * workers));
  }
}
