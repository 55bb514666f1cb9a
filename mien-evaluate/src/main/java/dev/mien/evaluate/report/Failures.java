package dev.mien.evaluate.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The pictures of a measurement and what failed of them.
 *
 * @param pictures how many there were
 * @param failed how many of them failed
 * @param rate their share: the failure-to-acquire rate
 * @param byReason how many failed for each reason
 * @param list each of them
 */
public record Failures(
    int pictures, int failed, double rate, Map<String, Integer> byReason, List<Failure> list) {

  /** Copies both collections. */
  public Failures {
    byReason = new TreeMap<>(byReason);
    list = List.copyOf(list);
  }

  /** These and those of more pictures. */
  public Failures and(Failures more) {
    List<Failure> all = Stream.concat(list.stream(), more.list.stream()).toList();
    return of(pictures + more.pictures, all);
  }

  /** Counts them. */
  public static Failures of(int pictures, List<Failure> list) {
    Map<String, Integer> byReason = new TreeMap<>();
    list.forEach(failure -> byReason.merge(failure.reason(), 1, Integer::sum));
    double rate = pictures == 0 ? 0 : (double) list.size() / pictures;
    return new Failures(pictures, list.size(), rate, byReason, list);
  }
}
