package dev.mien.server.bench.load;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What must not grow, and what is taken for noise: a part of it, and some of it at least. */
enum Gauged {
  /** Native memory comes in arenas of a few megabytes, one for some threads. */
  RESIDENT("RSS, MB", Gauge.Reading::residentMegabytes, 0.02, 16),
  /** Young objects that survived one collection by chance. */
  HEAP("heap, MB", Gauge.Reading::heapMegabytes, 0.1, 24),
  /** Pools that have not had all their threads yet. */
  THREADS("threads", Gauge.Reading::threads, 0, 3),
  /** Connections that are open at the moment. */
  FILES("files", Gauge.Reading::descriptors, 0, 8),
  /** The database's log, which is written back now and then. */
  DATA("data, MB", Gauge.Reading::dataMegabytes, 0.05, 8),
  /** The search index takes 16 MiB at a time. */
  SCRATCH("scratch, MB", Gauge.Reading::scratchMegabytes, 0, 17);

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // Accessors of a record have no state.
  private final ToDoubleFunction<Gauge.Reading> value;

  private final double allowedPart;
  private final double allowedAtLeast;

  Gauged(
      String title,
      ToDoubleFunction<Gauge.Reading> value,
      double allowedPart,
      double allowedAtLeast) {
    this.title = title;
    this.value = value;
    this.allowedPart = allowedPart;
    this.allowedAtLeast = allowedAtLeast;
  }

  /** With the unit. */
  String title() {
    return title;
  }

  /** How it has developed in readings at regular intervals. */
  Trend trend(List<Gauge.Reading> readings) {
    return Trend.of(readings.stream().mapToDouble(value).toArray());
  }

  /** The growth that is no growth. */
  double allowed(Trend trend) {
    return Math.max(allowedAtLeast, allowedPart * trend.median());
  }
}
