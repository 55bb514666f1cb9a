package dev.mien.server.bench.load;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Requests that arrive at a constant rate, whatever becomes of those before (an open loop). A
 * request's time is counted from when it was due, not from when it could be sent, so a server that
 * stalls does not hide how long others would have waited ("coordinated omission", as G. Tene calls
 * it).
 *
 * @param perSecond how many arrive
 * @param settling how long the first ones are not counted
 * @param counted how long after that
 */
record Arrivals(double perSecond, Duration settling, Duration counted) {
  /**
   * So many may wait for their answers, and what would be more fails: a little fewer than the
   * connections that a server with default settings lets one client have.
   */
  static final int IN_FLIGHT_MAX = 450;

  /** What is sent. */
  @FunctionalInterface
  interface Request {
    /** Sends it and waits for what becomes of it. */
    Answer send() throws InterruptedException;
  }

  /**
   * Sends requests and waits for all of them.
   *
   * @param tally is asked where to count a request when that has ended
   */
  void send(Request request, Supplier<Tally> tally) throws InterruptedException {
    Semaphore places = new Semaphore(IN_FLIGHT_MAX);
    long start = System.nanoTime();
    long requests = (long) (perSecond * settling.plus(counted).toNanos() / 1e9);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long i = 0; i < requests; i++) {
        long sinceStart = (long) (i * 1e9 / perSecond);
        boolean counts = sinceStart >= settling.toNanos();
        long due = start + sinceStart;
        sleepUntil(due);
        if (places.tryAcquire()) {
          callers.execute(() -> send(request, due, counts, tally, places));
        } else if (counts) {
          tally.get().add(Answer.none("TooManyInFlight"), 0);
        }
      }
    }
  }

  private static void send(
      Request request, long due, boolean counts, Supplier<Tally> tally, Semaphore places) {
    try {
      Answer answer = request.send();
      if (counts) {
        tally.get().add(answer, System.nanoTime() - due);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the measurement is given up
    } finally {
      places.release();
    }
  }

  private static void sleepUntil(long nanoTime) throws InterruptedException {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException("while waiting for the next arrival");
      }
    }
  }
}
