package dev.mien.gallery.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The threads that scan, few and fixed. Work comes in slices, and jobs take turns slice by slice: a
 * job of one slice waits for one slice of each job before it, not for their ends. There are never
 * more jobs than callers, who wait for theirs.
 */
final class ScanPool implements AutoCloseable {
  private final ArrayDeque<Job> ring = new ArrayDeque<>();
  private final List<Thread> threads = new ArrayList<>();
  private boolean closed;

  ScanPool(int threadCount) {
    if (threadCount < 1) {
      throw new IllegalArgumentException("at least one thread scans: " + threadCount);
    }
    for (int i = 0; i < threadCount; i++) {
      threads.add(Thread.ofPlatform().daemon().name("mien-scan-" + i).start(this::work));
    }
  }

  int threads() {
    return threads.size();
  }

  /** Jobs that have slices which no thread has taken. */
  synchronized int waiting() {
    return ring.size();
  }

  /**
   * Runs work for all slices from 0, several at a time, and returns when all have ended. If one
   * fails, those not begun are left out, and its exception is thrown.
   */
  void run(int slices, IntConsumer work) {
    Job job = new Job(slices, work);
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the index is closed");
      }
      ring.add(job);
      notifyAll();
    }
    job.await();
  }

  private void work() {
    while (true) {
      Job job;
      int slice;
      synchronized (this) {
        while (ring.isEmpty() && !closed) {
          try {
            wait();
          } catch (InterruptedException e) {
            return; // nobody but a dying process interrupts
          }
        }
        if (ring.isEmpty()) {
          return;
        }
        job = ring.remove();
        slice = job.next++;
        if (job.next < job.slices) {
          ring.add(job);
        }
      }
      job.run(slice);
    }
  }

  /** Ends the threads when the jobs that were begun are done. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  private static final class Job {
    final int slices;
    private final IntConsumer work;
    private final CountDownLatch open;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** Guarded by the pool. */
    int next;

    Job(int slices, IntConsumer work) {
      if (slices < 1) {
        throw new IllegalArgumentException("a job has at least one slice: " + slices);
      }
      this.slices = slices;
      this.work = work;
      this.open = new CountDownLatch(slices);
    }

    void run(int slice) {
      try {
        if (failure.get() == null) {
          work.accept(slice);
        }
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      } finally {
        open.countDown();
      }
    }

    /** An interrupt is kept for later: slices are short, and their memory is still being read. */
    void await() {
      boolean interrupted = false;
      while (true) {
        try {
          open.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      switch (failure.get()) {
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case null, default -> {}
      }
    }
  }
}
