package dev.mien.server.work;

import java.util.Optional;
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
import java.util.function.LongSupplier;

/**
 * Platform threads for work that holds a processor or sits in native code: decoding, inference, the
 * database. Virtual threads are not for that: a native call keeps their carrier.
 *
 * <p>A fixed number of jobs runs at once, a bounded number waits ({@link Admission} says how many),
 * and what does not fit is refused at once. A job that must wait for something outside, such as a
 * download, does so in {@link #await}, where it leaves its place to another job. Thread-safe.
 */
public final class WorkPool implements AutoCloseable {
  private final WorkLimits limits;
  private final ThreadPoolExecutor threads;
  private final Semaphore places;
  private final Admission admission;
  private final Intake intake;
  private final LongSupplier nanoTime;

  /** A pool within limits. */
  public WorkPool(WorkLimits limits) {
    this(limits, System::nanoTime);
  }

  /** A pool with another clock. */
  WorkPool(WorkLimits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.admission = new Admission(limits, nanoTime);
    this.intake = new Intake(limits, admission, nanoTime);
    int size = limits.workers() + limits.waiters();
    this.places = new Semaphore(limits.workers(), true);
    this.threads =
        new ThreadPoolExecutor(
            size,
            size,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(limits.workers() + limits.queue()),
            Thread.ofPlatform().name("mien-work-", 1).factory());
  }

  /** Whether a job that came now would be refused. */
  public boolean isFull() {
    return !admission.isOpen();
  }

  /**
   * Announces a request with a large body, or nothing if it would be refused. {@link #run} ends it
   * when the same thread calls that within {@link Arrival#during}.
   */
  public Optional<Arrival> tryArrive() {
    return intake.tryArrive();
  }

  /**
   * Runs a job on a thread of the pool and waits for its result. A job that has started is waited
   * for however long it takes, because it may have changed something.
   *
   * @throws BusyException if too many jobs wait, or the job did not start in time
   * @throws ExecutionException with whatever the job threw
   */
  public <T> T run(Callable<T> work)
      throws BusyException, ExecutionException, InterruptedException {
    if (!admission.tryEnter()) {
      throw new BusyException("too many jobs wait");
    }
    Job<T> job = new Job<>(this, work);
    try {
      threads.execute(job);
    } catch (RejectedExecutionException e) {
      admission.leave();
      throw new BusyException("the pool is closed");
    }
    Arrival.endCurrent();
    try {
      return job.result.get(limits.maxWait().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (job.claim()) {
        threads.remove(job);
        admission.leave();
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
    if (!Job.CURRENT.isBound() || !Job.CURRENT.get().isOf(this)) {
      return wait.run();
    }
    Job<?> job = Job.CURRENT.get();
    job.stopClock();
    admission.pause();
    places.release();
    try {
      return wait.run();
    } finally {
      admission.resume();
      places.acquireUninterruptibly();
      job.startClock();
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
    private static final ScopedValue<Job<?>> CURRENT = ScopedValue.newInstance();

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final WorkPool pool;
    private final Callable<T> work;

    /** Used by the job's thread alone. */
    private long workedNanos;

    private long startNanos;

    private Job(WorkPool pool, Callable<T> work) {
      this.pool = pool;
      this.work = work;
    }

    private boolean isOf(WorkPool other) {
      return pool.equals(other);
    }

    /** Whether the caller of this, a worker or one who gives up, is the first to decide. */
    private boolean claim() {
      return claimed.compareAndSet(false, true);
    }

    private void startClock() {
      startNanos = pool.nanoTime.getAsLong();
    }

    private void stopClock() {
      workedNanos += pool.nanoTime.getAsLong() - startNanos;
    }

    @Override
    public void run() {
      pool.places.acquireUninterruptibly();
      try {
        if (claim()) {
          work();
        }
      } finally {
        pool.places.release();
      }
    }

    private void work() {
      startClock();
      try {
        T done = ScopedValue.where(CURRENT, this).call(work::call);
        finish();
        result.complete(done);
      } catch (Throwable e) { // Whatever it is, the one who waits must learn of it.
        finish();
        result.completeExceptionally(e);
      }
    }

    /** Before anybody learns of the result, so that who asks again finds room. */
    private void finish() {
      stopClock();
      pool.admission.finish(workedNanos);
    }
  }
}
