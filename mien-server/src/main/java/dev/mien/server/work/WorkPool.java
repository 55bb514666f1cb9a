package dev.mien.server.work;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Platform threads for work that holds a processor or sits in native code: decoding, inference, the
 * database. Virtual threads are not for that: a native call keeps their carrier.
 *
 * <p>A fixed number of jobs runs at once, a bounded number waits, and what does not fit is refused
 * at once. A job that must wait for something outside, such as a download, does so in {@link
 * #await}, where it leaves its place to another job. Thread-safe.
 */
public final class WorkPool implements AutoCloseable {
  private final WorkLimits limits;
  private final ThreadPoolExecutor threads;
  private final Semaphore places;

  public WorkPool(WorkLimits limits) {
    this.limits = limits;
    int size = limits.workers() + limits.waiters();
    this.places = new Semaphore(limits.workers(), true);
    this.threads =
        new ThreadPoolExecutor(
            size,
            size,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(limits.queue()),
            Thread.ofPlatform().name("mien-work-", 1).factory());
  }

  /**
   * Runs a job on a thread of the pool and waits for its result. A job that has started is waited
   * for however long it takes, because it may have changed something.
   *
   * @throws BusyException if the queue is full, or the job did not start in time
   * @throws ExecutionException with whatever the job threw
   */
  public <T> T run(Callable<T> work)
      throws BusyException, ExecutionException, InterruptedException {
    Job<T> job = new Job<>(work, places);
    try {
      threads.execute(job);
    } catch (RejectedExecutionException e) {
      throw new BusyException("the queue is full");
    }
    try {
      return job.result.get(limits.maxWait().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (job.claim()) {
        threads.remove(job);
        throw new BusyException("the job did not start in time");
      }
      return job.result.get();
    }
  }

  /**
   * Called by a job: waits for something outside while another job runs in its place. Elsewhere it
   * just runs the wait.
   */
  public <T, X extends Exception> T await(Wait<T, X> wait) throws X, InterruptedException {
    if (!Job.HAS_PLACE.isBound() || !Job.HAS_PLACE.get().equals(places)) {
      return wait.run();
    }
    places.release();
    try {
      return wait.run();
    } finally {
      places.acquireUninterruptibly();
    }
  }

  /** Lets the jobs that are there finish; new ones are refused. */
  @Override
  public void close() {
    threads.close();
  }

  /**
   * Something that takes time but no processor.
   *
   * @param <T> what it waits for
   * @param <X> how it fails
   */
  @FunctionalInterface
  public interface Wait<T, X extends Exception> {
    T run() throws X, InterruptedException;
  }

  private static final class Job<T> implements Runnable {
    private static final ScopedValue<Semaphore> HAS_PLACE = ScopedValue.newInstance();

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final Callable<T> work;
    private final Semaphore places;

    private Job(Callable<T> work, Semaphore places) {
      this.work = work;
      this.places = places;
    }

    /** Whether the caller of this, a worker or one who gives up, is the first to decide. */
    private boolean claim() {
      return claimed.compareAndSet(false, true);
    }

    @Override
    public void run() {
      places.acquireUninterruptibly();
      try {
        if (claim()) {
          result.complete(ScopedValue.where(HAS_PLACE, places).call(work::call));
        }
      } catch (Throwable e) { // Whatever it is, the one who waits must learn of it.
        result.completeExceptionally(e);
      } finally {
        places.release();
      }
    }
  }
}
