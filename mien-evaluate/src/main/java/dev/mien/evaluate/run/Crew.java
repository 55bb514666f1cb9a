package dev.mien.evaluate.run;

import dev.mien.evaluate.EvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Platform threads that share a loop. Work is CPU-bound and native, so there are as many as cores.
 *
 * @param threads at least 1
 */
public record Crew(int threads) {

  /** Refuses fewer than one with {@link IllegalArgumentException}. */
  public Crew {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1: " + threads);
    }
  }

  /** One thread for each core. */
  public static Crew ofAllCores() {
    return new Crew(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Does something for 0, 1, … count - 1, in any order, and returns when all is done.
   *
   * @throws EvaluationException when it was interrupted; what fails in the work itself is thrown as
   *     it is
   */
  public void forEach(int count, IntConsumer work) throws EvaluationException {
    AtomicInteger next = new AtomicInteger();
    List<Callable<Void>> shares = new ArrayList<>();
    for (int thread = 0; thread < Math.min(threads, count); thread++) {
      shares.add(
          () -> {
            try {
              for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                work.accept(i);
              }
            } finally {
              next.set(count); // when one fails, the others stop too
            }
            return null;
          });
    }
    try (ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, shares.size()))) {
      for (Future<Void> share : executor.invokeAll(shares)) {
        share.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EvaluationException("the measurement was interrupted", e);
    } catch (ExecutionException e) {
      throw rethrown(e);
    }
  }

  private static EvaluationException rethrown(ExecutionException wrapper) {
    return switch (wrapper.getCause()) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default ->
          new EvaluationException("the measurement failed: " + wrapper.getMessage(), wrapper);
    };
  }
}
