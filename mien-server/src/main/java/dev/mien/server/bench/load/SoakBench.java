package dev.mien.server.bench.load;

import static dev.mien.server.bench.load.Answer.Outcome.ANSWERED;
import static dev.mien.server.bench.load.Answer.Outcome.FAILED;
import static dev.mien.server.bench.load.Answer.Outcome.REFUSED;

import dev.mien.server.bench.BenchException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Watches a server that has moderate traffic of all kinds for a while: does it take more and more
 * memory, threads, descriptors or disk? Its heap has all its memory from the first moment on, so
 * growth of the process is growth outside of the heap, and the heap is judged by what garbage
 * collections leave. What counts is the second half; in the first one caches and pools fill.
 */
public final class SoakBench {
  /** How often the process is looked at, but in short measurements. */
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  /** Readings at least. */
  private static final int READINGS_MIN = 20;

  /** Readings of one printed row: a minute's in long measurements. */
  private static final int READINGS_PER_ROW = 12;

  /** Of what the server can answer: moderate, and yet all its parts are in use all the time. */
  private static final double PART = 0.5;

  private static final int CALLERS = 4;
  private static final Duration TRIAL_MAX = Duration.ofSeconds(10);

  private final BenchOptions options;
  private final Duration time;
  private final double perSecond;
  private final InstantSource clock;
  private final PrintWriter out;

  /**
   * A measurement that prints to a writer.
   *
   * @param time how long it takes
   * @param perSecond requests a second, or 0 for half of what the server can answer
   * @param clock for signatures
   */
  public SoakBench(
      BenchOptions options, Duration time, double perSecond, InstantSource clock, PrintWriter out) {
    this.options = options;
    this.time = time;
    this.perSecond = perSecond;
    this.clock = clock;
    this.out = out;
  }

  /**
   * Measures and prints.
   *
   * @return whether nothing grows, and no request failed
   */
  public boolean run() throws BenchException, InterruptedException {
    List<Picture> photographs = Photographs.read(options.photographs(), options.pictureBytes());
    try (ChildServer server =
            ChildServer.start(options.scratch(), options.config(), options.heap());
        Client client =
            new Client(new KeptConnections(server.uri()), server.uri(), server.keys(), clock)) {
      Traffic traffic =
          Traffic.prepare(client, server.keys().appId(), photographs).ofAllKinds(client, server);
      return soak(() -> traffic.send(client), new Gauge(server));
    }
  }

  private boolean soak(Arrivals.Request request, Gauge gauge)
      throws BenchException, InterruptedException {
    Duration trial = TRIAL_MAX.compareTo(time) < 0 ? TRIAL_MAX : time;
    double rate = perSecond > 0 ? perSecond : PART * Callers.send(CALLERS, trial, request);
    Tally all = new Tally();
    AtomicReference<Tally> row = new AtomicReference<>(new Tally());
    Arrivals.Request counted =
        () -> {
          long start = System.nanoTime();
          Answer answer = request.send();
          all.add(answer, System.nanoTime() - start);
          return answer;
        };
    Thread arrivals =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    new Arrivals(rate, Duration.ZERO, time).send(counted, row::get);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt(); // given up below
                  }
                });
    try {
      out.printf("%.1f requests a second for %d s%n%n", rate, time.toSeconds());
      List<Gauge.Reading> readings = watch(gauge, row);
      arrivals.join();
      return judge(readings, all);
    } finally {
      arrivals.interrupt();
    }
  }

  private List<Gauge.Reading> watch(Gauge gauge, AtomicReference<Tally> row)
      throws BenchException, InterruptedException {
    Duration most = time.dividedBy(READINGS_MIN);
    Duration interval = INTERVAL.compareTo(most) < 0 ? INTERVAL : most;
    long count = time.dividedBy(interval);
    out.println(
        "     s answered refused failed |   p50   p99, ms |  RSS heap threads files | data scratch"
            + " MB");
    List<Gauge.Reading> readings = new ArrayList<>();
    long start = System.nanoTime();
    for (long i = 1; i <= count; i++) {
      long left = start + i * interval.toNanos() - System.nanoTime();
      Thread.sleep(Duration.ofNanos(Math.max(left, 0)));
      readings.add(gauge.read());
      if (i % READINGS_PER_ROW == 0 || i == count) {
        print(interval.multipliedBy(i), row.getAndSet(new Tally()), readings.getLast());
      }
    }
    return readings;
  }

  private void print(Duration since, Tally tally, Gauge.Reading reading) {
    out.printf(
        "%6d %8d %7d %6d | %5.0f %5.0f     | %4.0f %4.0f %7d %5d | %4.1f %7.1f%n",
        since.toSeconds(),
        tally.count(ANSWERED),
        tally.count(REFUSED),
        tally.count(FAILED),
        tally.millis(ANSWERED, 50),
        tally.millis(ANSWERED, 99),
        reading.residentMegabytes(),
        reading.heapMegabytes(),
        reading.threads(),
        reading.descriptors(),
        reading.dataMegabytes(),
        reading.scratchMegabytes());
    out.flush();
  }

  private boolean judge(List<Gauge.Reading> readings, Tally all) {
    List<Gauge.Reading> half = readings.subList(readings.size() / 2, readings.size());
    out.printf("%nsecond half      median   growth  allowed%n");
    boolean flat = true;
    for (Gauged gauged : Gauged.values()) {
      Trend trend = gauged.trend(half);
      flat &= trend.growth() <= gauged.allowed(trend);
      out.printf(
          "%-14s %8.1f %8.2f %8.2f  %s%n",
          gauged.title(),
          trend.median(),
          trend.growth(),
          gauged.allowed(trend),
          trend.growth() <= gauged.allowed(trend) ? "flat" : "GROWS");
    }
    Map<String, Long> codes = all.codes();
    out.printf("%ncodes: %s%n%s%n", codes, verdict(flat, all));
    return flat && all.count(FAILED) == 0;
  }

  private static String verdict(boolean flat, Tally all) {
    if (all.count(FAILED) > 0) {
      return "requests have failed";
    }
    return flat ? "nothing grows" : "it grows";
  }
}
