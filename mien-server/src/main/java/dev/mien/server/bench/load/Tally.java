package dev.mien.server.bench.load;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** Counts what became of requests, and how long that took. Thread-safe. */
final class Tally {
  /** Longer times are counted as this. */
  private static final long MICROS_MAX = TimeUnit.MINUTES.toMicros(10);

  private static final int SIGNIFICANT_DIGITS = 3;
  private static final double MICROS_PER_MILLI = 1000;

  private final Map<Answer.Outcome, ConcurrentHistogram> times =
      new EnumMap<>(Answer.Outcome.class);
  private final Map<String, LongAdder> codes = new ConcurrentHashMap<>();

  Tally() {
    for (Answer.Outcome outcome : Answer.Outcome.values()) {
      times.put(outcome, new ConcurrentHistogram(MICROS_MAX, SIGNIFICANT_DIGITS));
    }
  }

  /** Counts a request that took so long. */
  void add(Answer answer, long nanos) {
    long micros = Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 1, MICROS_MAX);
    of(answer.outcome()).recordValue(micros);
    codes.computeIfAbsent(answer.code(), _ -> new LongAdder()).increment();
  }

  /** How many requests ended so. */
  long count(Answer.Outcome outcome) {
    return of(outcome).getTotalCount();
  }

  /** How many requests there were. */
  long count() {
    return times.values().stream().mapToLong(ConcurrentHistogram::getTotalCount).sum();
  }

  /** A percentile of the times, in milliseconds; 0 if there is none. */
  double millis(Answer.Outcome outcome, double percentile) {
    return of(outcome).getValueAtPercentile(percentile) / MICROS_PER_MILLI;
  }

  /** How often each code was answered. */
  Map<String, Long> codes() {
    Map<String, Long> sums = new TreeMap<>();
    codes.forEach((code, count) -> sums.put(code, count.sum()));
    return sums;
  }

  private ConcurrentHistogram of(Answer.Outcome outcome) {
    ConcurrentHistogram histogram = times.get(outcome);
    if (histogram == null) {
      throw new IllegalStateException("there is one for each outcome");
    }
    return histogram;
  }
}
