package dev.mien.server.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was measured of Mien, of FAISS and of the machine's memory, round by round. */
final class SearchFigures {
  /** Bytes a second of streaming reads. */
  final List<Double> reading = new ArrayList<>();

  final Sides singles;
  final Sides together;
  private final int best;
  private int compared;
  private int agreedFirst;
  private long agreed;

  /**
   * Times of the same work on both sides.
   *
   * @param title of the work
   */
  record Sides(String title, List<Duration> ours, List<Duration> theirs) {
    Sides(String title) {
      this(title, new ArrayList<>(), new ArrayList<>());
    }

    private void print(PrintWriter out) {
      row(out, "Mien, " + title, ours);
      if (!theirs.isEmpty()) {
        row(out, "FAISS, " + title, theirs);
        Duration their = Duration.median(theirs);
        Duration our = Duration.median(ours);
        out.printf(
            "%-26s %8.1f %8.1f %10.1f%n",
            "FAISS / Mien, " + title,
            their.wall() / our.wall(),
            Duration.fastest(theirs) / Duration.fastest(ours),
            their.processor() / our.processor());
      }
    }
  }

  /**
   * Nothing measured yet.
   *
   * @param batch how many probes are searched for together
   * @param best how many faces are wanted
   */
  SearchFigures(int batch, int best) {
    this.singles = new Sides("one search");
    this.together = new Sides(batch + " together");
    this.best = best;
  }

  /** Counts how far the keys that both sides found for a probe agree. */
  void compare(List<Long> ours, List<Long> theirs) {
    compared++;
    agreedFirst += ours.getFirst().equals(theirs.getFirst()) ? 1 : 0;
    agreed += ours.stream().filter(theirs::contains).count();
  }

  /**
   * Prints medians and ratios.
   *
   * @param scannedBytes that one search reads
   */
  void print(PrintWriter out, long scannedBytes) {
    double read = Collections.max(reading);
    double scan = scannedBytes / Duration.fastest(singles.ours());
    out.printf(
        "streaming read %.1f GB/s; one search reads at %.1f GB/s, %.0f %% of it (the fastest of"
            + " each)%n",
        read / 1e9, scan / 1e9, 100 * scan / read);
    out.println("ms a search                  median  fastest  processor");
    singles.print(out);
    together.print(out);
    if (compared > 0) {
      out.printf(
          "the same first: %d of %d; the same best %d: %.4f%n",
          agreedFirst, compared, best, agreed / (double) (compared * best));
    }
  }

  /** Prints the median, the fastest, and the median processor time, in ms. */
  static void row(PrintWriter out, String name, List<Duration> all) {
    Duration median = Duration.median(all);
    out.printf(
        "%-26s %8.2f %8.2f %10.2f%n",
        name, median.wall() * 1e3, Duration.fastest(all) * 1e3, median.processor() * 1e3);
  }
}
