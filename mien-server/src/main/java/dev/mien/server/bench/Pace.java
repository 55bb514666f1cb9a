package dev.mien.server.bench;

import java.util.List;

/**
 * How fast something goes.
 *
 * @param perSecond how often it is done in a second
 * @param processor seconds of all threads that it takes once
 */
record Pace(double perSecond, double processor) {
  /** Of work that was done so often. */
  static Pace of(int count, Duration all) {
    return new Pace(count / all.wall(), all.processor() / count);
  }

  /** Medians of both. */
  static Pace median(List<Pace> all) {
    return new Pace(
        Statistics.median(all.stream().map(Pace::perSecond).toList()),
        Statistics.median(all.stream().map(Pace::processor).toList()));
  }

  /** Milliseconds of all threads that it takes once. */
  double processorMillis() {
    return 1e3 * processor;
  }
}
