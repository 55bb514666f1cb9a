package dev.mien.server.bench;

import dev.mien.gallery.index.FaceIndex;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.Histogram;

/**
 * How long searches over few faces take alone, and while others search all faces without a break.
 *
 * @param index where
 * @param probes what is searched for
 * @param best how many are wanted
 */
record Neighbours(FaceIndex<String> index, List<float[]> probes, int best) {
  /** Long enough for some searches of all faces beside. */
  private static final long NANOS = 5_000_000_000L;

  private static final long MICROS_MAX = 600_000_000;
  private static final int SIGNIFICANT_DIGITS = 3;

  /**
   * Measures and prints.
   *
   * @param small the group of few faces
   * @param large one group of all faces for each search that runs beside
   */
  void measure(String small, List<List<String>> large, PrintWriter out)
      throws InterruptedException, BenchException {
    Histogram alone = times(List.of(small));
    Histogram beside;
    AtomicBoolean enough = new AtomicBoolean();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Histogram>> searches = new ArrayList<>();
      for (List<String> groups : large) {
        searches.add(threads.submit(() -> untilEnough(groups, enough)));
      }
      beside = times(List.of(small));
      enough.set(true);
      Histogram all = new Histogram(MICROS_MAX, SIGNIFICANT_DIGITS);
      for (Future<Histogram> search : searches) {
        all.add(search.get());
      }
      out.println("ms a search                     50 %     99 %  longest");
      row(small + ", alone", alone, out);
      row("the same beside " + large.size() + " of all", beside, out);
      row("those of all", all, out);
    } catch (ExecutionException e) {
      throw new BenchException("a search failed: " + e.getCause(), e);
    } finally {
      enough.set(true);
    }
  }

  private Histogram times(List<String> groups) {
    Histogram times = new Histogram(MICROS_MAX, SIGNIFICANT_DIGITS);
    long start = System.nanoTime();
    for (int i = 0; System.nanoTime() - start < NANOS; i++) {
      search(groups, i, times);
    }
    return times;
  }

  private Histogram untilEnough(List<String> groups, AtomicBoolean enough) {
    Histogram times = new Histogram(MICROS_MAX, SIGNIFICANT_DIGITS);
    for (int i = 0; !enough.get(); i++) {
      search(groups, i, times);
    }
    return times;
  }

  private void search(List<String> groups, int number, Histogram times) {
    long start = System.nanoTime();
    index.search(groups, probes.get(number % probes.size()), best, FaceIndex.Ties.SMALLEST_KEY);
    times.recordValue(Math.min(MICROS_MAX, (System.nanoTime() - start) / 1_000));
  }

  private static void row(String name, Histogram times, PrintWriter out) {
    out.printf(
        "%-26s %8.2f %8.2f %8.2f%n",
        name,
        times.getValueAtPercentile(50) / 1e3,
        times.getValueAtPercentile(99) / 1e3,
        times.getMaxValue() / 1e3);
    out.flush();
  }
}
