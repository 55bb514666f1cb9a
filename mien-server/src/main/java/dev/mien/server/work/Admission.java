package dev.mien.server.work;

import java.util.function.LongSupplier;

/**
 * Decides how many jobs may be in a pool. A burst may fill the queue. But a queue that stands does
 * nothing for anybody: as many jobs are done as without it, each of them later. So, once jobs have
 * been waiting for {@link #BURST_NANOS} without a break, only as many may wait as the workers are
 * likely to finish within the target. That ends when nobody has been waiting for {@link
 * #CALM_NANOS}.
 *
 * <p>The idea is that of CoDel (Nichols and Jacobson, Controlling Queue Delay, 2012): what counts
 * is how long the queue has not been empty, not how long it is.
 *
 * <p>Requests whose large bodies are still on their way are counted beside the jobs, and let in if
 * both together are few enough. They do not keep jobs out: nobody knows yet whether they are
 * authentic. Thread-safe.
 */
final class Admission {
  /** Enough for what clients send in one go; a queue that stands is cut down soon. */
  static final long BURST_NANOS = 1_000_000_000;

  /**
   * For so long nobody may have been waiting before the next burst is one. Where more comes than is
   * done, a place is taken again within some ms, but a client that sends a large body in pieces may
   * leave the workers idle for a moment: if that ended it, the whole queue would be filled again.
   */
  static final long CALM_NANOS = 250_000_000;

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

  /** Requests whose bodies are on their way, and whose clients are sending. */
  private int arriving;

  private final Standing jobs = new Standing();
  private final Standing jobsAndArrivals = new Standing();
  private double meanNanos;
  private double meanArrivalNanos;

  Admission(WorkLimits limits, LongSupplier nanoTime) {
    this.workers = limits.workers();
    this.queue = limits.queue();
    this.targetNanos = limits.targetWait().toNanos();
    this.nanoTime = nanoTime;
  }

  /** Whether one more job would be let in now. */
  synchronized boolean isOpen() {
    return present < workers + mayWait(jobs, meanNanos);
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
    meanNanos = next(meanNanos, workedNanos);
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

  /** Lets a request in whose body is on its way, or not. */
  synchronized boolean tryArrive() {
    int all = workers + mayWait(jobsAndArrivals, meanNanos + meanArrivalNanos);
    boolean open = isOpen() && present + arriving < all;
    if (open) {
      changeArrivals(1);
    }
    return open;
  }

  /** A request that was let in will not become a job. */
  synchronized void leaveArrival() {
    changeArrivals(-1);
  }

  /** A request has become a job, or turned out not to be one. */
  synchronized void finishArrival(long nanos) {
    meanArrivalNanos = next(meanArrivalNanos, nanos);
    changeArrivals(-1);
  }

  /** A request waits for its client, and needs no processor meanwhile. */
  synchronized void pauseArrival() {
    changeArrivals(-1);
  }

  /** The client of a request that was paused sends again. */
  synchronized void resumeArrival() {
    changeArrivals(1);
  }

  private void change(int more) {
    present += more;
    observe();
  }

  private void changeArrivals(int more) {
    arriving += more;
    observe();
  }

  private void observe() {
    long now = nanoTime.getAsLong();
    jobs.observe(present > workers, now);
    jobsAndArrivals.observe(present + arriving > workers, now);
  }

  private int mayWait(Standing queued, double eachNanos) {
    if (!queued.isCutDown(nanoTime.getAsLong()) || eachNanos == 0) {
      return queue;
    }
    double inTime = targetNanos / eachNanos * workers;
    return (int) Math.min(queue, Math.max(inTime, (double) ALWAYS_PER_WORKER * workers));
  }

  private static double next(double mean, long nanos) {
    return mean == 0 ? nanos : mean + (nanos - mean) / JOBS_OF_MEAN;
  }

  /** Whether somebody has been waiting for so long without a break that bursts are over. */
  private static final class Standing {
    private boolean waiting;
    private long since;
    private boolean cutDown;

    private void observe(boolean nowWaiting, long now) {
      cutDown = isCutDown(now);
      if (nowWaiting != waiting) {
        waiting = nowWaiting;
        since = now;
      }
    }

    private boolean isCutDown(long now) {
      return waiting ? cutDown || now - since >= BURST_NANOS : cutDown && now - since < CALM_NANOS;
    }
  }
}
