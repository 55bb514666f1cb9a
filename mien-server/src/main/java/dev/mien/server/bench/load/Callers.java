package dev.mien.server.bench.load;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Callers each of whom waits for an answer before the next request (a closed loop). */
final class Callers {
  private Callers() {}

  /** Lets them call for a while, and tells how many answers they had a second. */
  static double send(int callers, Duration time, Arrivals.Request request) {
    long start = System.nanoTime();
    AtomicLong answers = new AtomicLong();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        threads.execute(
            () -> {
              try {
                while (System.nanoTime() - start < time.toNanos()) {
                  if (request.send().outcome() == Answer.Outcome.ANSWERED) {
                    answers.incrementAndGet();
                  }
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the measurement is given up
              }
            });
      }
    }
    return answers.get() / ((System.nanoTime() - start) / 1e9);
  }
}
