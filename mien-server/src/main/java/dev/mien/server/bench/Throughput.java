package dev.mien.server.bench;

import dev.mien.vision.FaceEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pictures a second, the way the server works: any number of clients, each with one request at a
 * time, and as many threads in work as there are processors.
 */
final class Throughput implements AutoCloseable {
  private final ExecutorService workers;
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

  Throughput(int threads) {
    this.workers = Executors.newFixedThreadPool(threads);
  }

  /** What is done for one request: the picture of a photo, worked on. */
  @FunctionalInterface
  interface Request {
    /** Answers for a photo. */
    void answer(Photo photo) throws Exception;
  }

  /** A request whose picture is decoded already. */
  static Request decoded(FaceEngine engine, PipelineWork work) {
    return photo -> work.run(engine, photo.picture());
  }

  /**
   * How fast requests are answered.
   *
   * @param count how many clients ask
   * @param seconds for how long, at least
   */
  Pace pace(List<Photo> photos, int count, double seconds, Request request)
      throws BenchException, InterruptedException {
    AtomicInteger next = new AtomicInteger();
    CountDownLatch begin = new CountDownLatch(1);
    List<Future<Integer>> asking = new ArrayList<>();
    Duration start = Duration.now();
    for (int i = 0; i < count; i++) {
      Callable<Integer> client =
          () -> {
            begin.await();
            int answers = 0;
            while (Duration.now().since(start).wall() < seconds) {
              Photo photo = photos.get(next.getAndIncrement() % photos.size());
              workers
                  .submit(
                      () -> {
                        request.answer(photo);
                        return true;
                      })
                  .get();
              answers++;
            }
            return answers;
          };
      asking.add(clients.submit(client));
    }
    begin.countDown();
    int answers = 0;
    try {
      for (Future<Integer> client : asking) {
        answers += client.get();
      }
    } catch (ExecutionException e) {
      throw new BenchException("a photo could not be worked on: " + e.getMessage(), e);
    }
    return Pace.of(answers, Duration.now().since(start));
  }

  @Override
  public void close() {
    clients.shutdownNow();
    workers.shutdownNow();
  }
}
