package dev.mien.server.bench;

import java.util.List;

/** What is told of repeated measurements. */
final class Statistics {
  private Statistics() {}

  /** The middle one; of an even number, the upper of both. */
  static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
