package dev.mien.server.bench.load;

import static dev.mien.server.bench.load.Answer.Outcome.ANSWERED;
import static dev.mien.server.bench.load.Answer.Outcome.FAILED;
import static dev.mien.server.bench.load.Answer.Outcome.REFUSED;

import dev.mien.server.bench.BenchException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures what a server does when more requests arrive than it can answer: the highest rate that
 * it sustains, and how it answers and refuses at that rate, at twice and at ten times as much.
 */
public final class LoadBench {
  private static final int TIMES_MOST = 10;
  private static final int[] TIMES = {1, 2, TIMES_MOST};

  /** Parts of what callers who wait for each other reach; the first without refusals counts. */
  private static final double[] PARTS = {0.95, 0.85, 0.75, 0.65, 0.5, 0.35, 0.2, 0.1};

  /** Of so many requests one may be refused at a rate that is sustained. */
  private static final int SUSTAINED = 1_000;

  /** Enough to keep all workers busy, and too few to fill the queue. */
  private static final int CALLERS_PER_PROCESSOR = 3;

  private static final Duration SETTLING_MAX = Duration.ofSeconds(3);

  private final BenchOptions options;
  private final Duration settling;
  private final Duration time;
  private final double perSecond;
  private final InstantSource clock;
  private final PrintWriter out;

  /**
   * A measurement that prints to a writer.
   *
   * @param time how long requests arrive at each rate
   * @param perSecond the rate that is taken for the sustained one; 0 to look for it
   * @param clock for signatures
   */
  public LoadBench(
      BenchOptions options, Duration time, double perSecond, InstantSource clock, PrintWriter out) {
    this.options = options;
    this.perSecond = perSecond;
    this.settling = SETTLING_MAX.compareTo(time) < 0 ? SETTLING_MAX : time;
    this.time = time;
    this.clock = clock;
    this.out = out;
  }

  /** Measures and prints. */
  public void run() throws BenchException, InterruptedException {
    List<Picture> photographs = Photographs.read(options.photographs(), options.pictureBytes());
    try (ChildServer server =
            ChildServer.start(options.scratch(), options.config(), options.heap());
        Client client = client(server, PlainSockets.Look.AFTER_SENDING);
        Client looking = client(server, PlainSockets.Look.WHILE_SENDING)) {
      Traffic traffic = Traffic.prepare(client, server.keys().appId(), photographs).ofMostClients();
      Gauge gauge = new Gauge(server);
      try (Peaks peaks = Peaks.watch(gauge)) {
        run(() -> traffic.send(client), () -> traffic.send(looking), gauge, server.log());
        printMemory(peaks, server.outOfMemory());
      }
    }
  }

  private Client client(ChildServer server, PlainSockets.Look look) {
    return new Client(PlainSockets.to(server.uri(), look), server.uri(), server.keys(), clock);
  }

  private void run(Arrivals.Request request, Arrivals.Request looking, Gauge gauge, Path log)
      throws BenchException, InterruptedException {
    int callers = CALLERS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
    Callers.send(callers, settling, request); // until all is compiled
    double sustained = perSecond > 0 ? perSecond : sustained(callers, request);
    out.printf("requests at even distances, 1 x is %.1f a second%n%n", sustained);
    out.println(
        "        sent answered refused failed |     answered, ms        | refused, ms |"
            + " processors  RSS heap");
    out.println(
        "           a second                  |   p50   p90   p99   max |   p50   p99 |"
            + "                 MB   MB");
    List<Tally> tallies = new ArrayList<>();
    for (int times : TIMES) {
      tallies.add(measure(times, sustained * times, request, gauge, log));
    }
    out.println("clients that look for an answer while they send, and then send no more:");
    tallies.add(measure(TIMES_MOST, sustained * TIMES_MOST, looking, gauge, log));
    out.printf(
        "%np99 of what is answered: at 10 x it is %.2f and %.2f times what it is at 1 x%n",
        tallies.get(TIMES.length - 1).millis(ANSWERED, 99)
            / tallies.getFirst().millis(ANSWERED, 99),
        tallies.getLast().millis(ANSWERED, 99) / tallies.getFirst().millis(ANSWERED, 99));
  }

  private double sustained(int callers, Arrivals.Request request)
      throws BenchException, InterruptedException {
    double answered = Callers.send(callers, time, request);
    out.printf("%d callers who wait for their answers: %.1f answers a second%n", callers, answered);
    Tally last = new Tally();
    for (double part : PARTS) {
      Tally tally = new Tally();
      last = tally;
      arrivals(part * answered).send(request, () -> tally);
      if (tally.count() > 0
          && (tally.count() - tally.count(ANSWERED)) * SUSTAINED <= tally.count()) {
        return part * answered;
      }
    }
    throw new BenchException(
        "no rate is sustained, the lowest ended with "
            + last.codes()
            + ": is the machine doing something else?");
  }

  private Arrivals arrivals(double perSecond) {
    return new Arrivals(perSecond, settling, time);
  }

  private Tally measure(
      int times, double perSecond, Arrivals.Request request, Gauge gauge, Path log)
      throws BenchException, InterruptedException {
    Tally tally = new Tally();
    ServerTimes inside = ServerTimes.since(log);
    Duration own = ownProcessorTime();
    try (Peaks peaks = Peaks.watch(gauge)) {
      Duration before = gauge.processorTime();
      long start = System.nanoTime();
      arrivals(perSecond).send(request, () -> tally);
      double seconds = (System.nanoTime() - start) / 1e9;
      double processors = gauge.processorTime().minus(before).toNanos() / 1e9 / seconds;
      print(times, tally, processors, peaks);
      double client = ownProcessorTime().minus(own).toNanos() / 1e9 / seconds;
      out.printf("      %s; the client used %.2f processors%n", inside.summary(), client);
      out.flush();
    }
    return tally;
  }

  private static Duration ownProcessorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private void printMemory(Peaks peaks, long outOfMemory) throws BenchException {
    out.printf(
        "memory: the heap of %.0f MB had up to %.0f after a collection, there were up to %.0f MB"
            + " beside it, and it ran out of memory %d times%n",
        options.heapMegabytes(),
        peaks.heapMegabytes(),
        peaks.residentMegabytes() - options.heapMegabytes(),
        outOfMemory);
    out.flush();
  }

  private void print(int times, Tally tally, double processors, Peaks peaks) throws BenchException {
    double seconds = time.toNanos() / 1e9;
    out.printf(
        "%3d x %6.1f %8.1f %7.1f %6.1f | %5.0f %5.0f %5.0f %5.0f | %5.1f %5.1f | %10.2f %4.0f"
            + " %4.0f%n",
        times,
        tally.count() / seconds,
        tally.count(ANSWERED) / seconds,
        tally.count(REFUSED) / seconds,
        tally.count(FAILED) / seconds,
        tally.millis(ANSWERED, 50),
        tally.millis(ANSWERED, 90),
        tally.millis(ANSWERED, 99),
        tally.millis(ANSWERED, 100),
        tally.millis(REFUSED, 50),
        tally.millis(REFUSED, 99),
        processors,
        peaks.residentMegabytes(),
        peaks.heapMegabytes());
    out.printf("      %s%n", tally.codes());
  }
}
