package dev.mien.server.bench.load;

import static dev.mien.server.bench.load.Answer.Outcome.ANSWERED;

import dev.mien.server.bench.BenchException;
import dev.mien.server.bench.MadeUpGallery;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Measures what requests for little wait while others search all faces of a large account without a
 * break, and what they would wait if those searched few faces as well.
 */
public final class FairnessBench {
  /** Requests of each kind: few, so that what they wait for is not each other. */
  private static final double PER_SECOND = 3;

  private static final int[] CALLERS_PER_PROCESSOR = {1, 2};
  private static final Duration SETTLING_MAX = Duration.ofSeconds(3);

  private static final List<String> ALL =
      IntStream.range(0, MadeUpGallery.GROUPS)
          .mapToObj(i -> MadeUpGallery.group(i).value())
          .toList();

  private final BenchOptions options;
  private final Path data;
  private final int faces;
  private final Duration settling;
  private final Duration time;
  private final Clock clock;
  private final PrintWriter out;

  /**
   * A measurement that prints to a writer.
   *
   * @param data a data directory that an earlier measurement has made, or one to make
   * @param faces how many it has if it is made
   * @param time how long each row is measured
   */
  public FairnessBench(
      BenchOptions options, Path data, int faces, Duration time, Clock clock, PrintWriter out) {
    this.options = options;
    this.data = data;
    this.faces = faces;
    this.settling = SETTLING_MAX.compareTo(time) < 0 ? SETTLING_MAX : time;
    this.time = time;
    this.clock = clock;
    this.out = out;
  }

  /** Measures and prints. */
  public void run() throws BenchException, InterruptedException {
    List<Picture> photographs = Photographs.read(options.photographs(), options.pictureBytes());
    if (FilledData.make(data, faces, clock)) {
      out.printf("%,d faces were written%n", faces);
      out.flush();
    }
    try (ChildServer server =
            ChildServer.start(
                options.scratch(), Optional.of(data), options.config(), options.heap());
        Client client =
            new Client(
                PlainSockets.to(server.uri(), PlainSockets.Look.AFTER_SENDING),
                server.uri(),
                server.keys(),
                clock)) {
      client.send(Requests.deleteGroup(Requests.SEARCHED)); // of an earlier measurement
      new Rows(client, Traffic.enrol(client, photographs), new Gauge(server)).print();
    }
  }

  /** What is measured of one server. */
  private final class Rows {
    private final Client client;
    private final List<Picture> photos;
    private final Gauge gauge;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong searched = new AtomicLong();

    private Rows(Client client, List<Picture> photos, Gauge gauge) {
      this.client = client;
      this.photos = photos;
      this.gauge = gauge;
    }

    private void print() throws BenchException, InterruptedException {
      Callers.send(2 * Runtime.getRuntime().availableProcessors(), settling, this::large);
      out.printf(
          "%.0f DetectFace and %.0f SearchFaces among %d faces a second, ms:%n",
          PER_SECOND, PER_SECOND, photos.size());
      out.println(
          "                                DetectFace         |    SearchFaces few      |"
              + "  those beside                  | processors");
      out.println(
          "                              p50   p90   p99 not  |    p50   p90   p99 not  |"
              + "    p50   p99 a second refused  |");
      row("alone", 0, this::small);
      for (int each : CALLERS_PER_PROCESSOR) {
        int callers = each * Runtime.getRuntime().availableProcessors();
        row(callers + " search few", callers, this::small);
        row(callers + " search all", callers, this::large);
      }
      out.printf("a search of all faces looked at %,d%n", searched.get());
      out.flush();
    }

    private void row(String title, int callers, Arrivals.Request beside)
        throws BenchException, InterruptedException {
      Tally detections = new Tally();
      Tally searches = new Tally();
      Tally others = new Tally();
      Arrivals arrivals = new Arrivals(PER_SECOND, settling, time);
      Duration before = gauge.processorTime();
      long start = System.nanoTime();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> ends =
            List.of(
                threads.submit(
                    () -> Callers.send(callers, settling.plus(time), timed(beside, others))),
                threads.submit(() -> all(arrivals, this::detect, detections)),
                threads.submit(() -> all(arrivals, this::small, searches)));
        for (Future<?> end : ends) {
          end.get();
        }
      } catch (ExecutionException e) {
        throw new BenchException("requests were not sent: " + e.getCause(), e);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf("%-25s %s | %s |", title, figures(detections), figures(searches));
      out.printf(
          " %6.0f %5.0f %8.1f %7d  | %.2f%n",
          others.millis(ANSWERED, 50),
          others.millis(ANSWERED, 99),
          others.count(ANSWERED) / seconds,
          others.count() - others.count(ANSWERED),
          gauge.processorTime().minus(before).toNanos() / 1e9 / seconds);
      out.flush();
    }

    /** True, as tasks that may be interrupted have a result. */
    private static boolean all(Arrivals arrivals, Arrivals.Request request, Tally tally)
        throws InterruptedException {
      arrivals.send(request, () -> tally);
      return true;
    }

    private Arrivals.Request timed(Arrivals.Request request, Tally tally) {
      return () -> {
        long start = System.nanoTime();
        Answer answer = request.send();
        tally.add(answer, System.nanoTime() - start);
        return answer;
      };
    }

    private Answer detect() throws InterruptedException {
      return client.send(Requests.ofPicture("DetectFace", photo()));
    }

    private Answer small() throws InterruptedException {
      return client.send(Requests.search("SearchFaces", photo()));
    }

    private Answer large() throws InterruptedException {
      return client.send(
          Requests.search(
              "SearchFaces", ALL, photo(), answer -> searched.set(answer.get("FaceNum").asLong())));
    }

    private Picture photo() {
      return photos.get(Math.floorMod(next.getAndIncrement(), photos.size()));
    }
  }

  private static String figures(Tally tally) {
    return "%7.0f %5.0f %5.0f %3d "
        .formatted(
            tally.millis(ANSWERED, 50),
            tally.millis(ANSWERED, 90),
            tally.millis(ANSWERED, 99),
            tally.count() - tally.count(ANSWERED));
  }
}
