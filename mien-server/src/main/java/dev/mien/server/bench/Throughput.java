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
 *
 * <p>Every client takes all photos, equally often, and is judged by the time of its own last one:
 * photos differ in what they cost, and where one takes half a second, it matters whether it was
 * begun in time. Who is ready goes on, uncounted, until all are, so that all work beside the same
 * load.
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
   * @param seconds for how long, at least; longer, until all photos were taken equally often
   */
  Pace pace(List<Photo> photos, int count, double seconds, Request request)
      throws BenchException, InterruptedException {
    AtomicInteger working = new AtomicInteger(count);
    CountDownLatch begin = new CountDownLatch(1);
    List<Future<Answers>> asking = new ArrayList<>();
    Duration start = Duration.now();
    for (int i = 0; i < count; i++) {
      int first = i * photos.size() / count;
      Callable<Answers> client =
          () -> {
            begin.await();
            int answers = 0;
            double elapsed = 0;
            while (elapsed < seconds || answers % photos.size() != 0) {
              ask(photos.get((first + answers) % photos.size()), request);
              answers++;
              elapsed = Duration.now().since(start).wall();
            }
            double perSecond = answers / elapsed;
            working.decrementAndGet();
            while (working.get() > 0) {
              ask(photos.get((first + answers) % photos.size()), request);
              answers++;
            }
            return new Answers(perSecond, answers);
          };
      asking.add(clients.submit(client));
    }
    begin.countDown();
    double perSecond = 0;
    int answers = 0;
    try {
      for (Future<Answers> client : asking) {
        perSecond += client.get().perSecond();
        answers += client.get().all();
      }
    } catch (ExecutionException e) {
      throw new BenchException("a photo could not be worked on: " + e.getMessage(), e);
    }
    return new Pace(perSecond, Duration.now().since(start).processor() / answers);
  }

  private void ask(Photo photo, Request request) throws InterruptedException, ExecutionException {
    workers
        .submit(
            () -> {
              request.answer(photo);
              return true;
            })
        .get();
  }

  /**
   * Of one client.
   *
   * @param perSecond of those that count
   * @param all also those that kept the others company
   */
  private record Answers(double perSecond, int all) {}

  @Override
  public void close() {
    clients.shutdownNow();
    workers.shutdownNow();
  }
}
