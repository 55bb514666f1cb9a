package dev.mien.evaluate.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * Tells how far a long run is: one line that is redrawn on a terminal, a line every tenth
 * elsewhere. Thread-safe.
 */
public final class Progress {
  private static final int BAR_CHARACTERS = 30;
  private static final int LINES = 10;
  private static final long REDRAW_NANOS = Duration.ofMillis(200).toNanos();

  private final PrintWriter out;
  private final boolean terminal;
  private final String what;
  private final int total;
  private final long start = System.nanoTime();
  private long drawn = start;
  private int done;
  private int failed;

  /**
   * Begins at zero.
   *
   * @param out where it is told
   * @param terminal whether that can redraw a line
   * @param what is counted, such as "pictures"
   * @param total how many there are
   */
  public Progress(PrintWriter out, boolean terminal, String what, int total) {
    this.out = out;
    this.terminal = terminal;
    this.what = what;
    this.total = total;
  }

  /** Counts one more. */
  public synchronized void step(boolean success) {
    done++;
    failed += success ? 0 : 1;
    if (terminal) {
      if (done == total || System.nanoTime() - drawn > REDRAW_NANOS) {
        drawn = System.nanoTime();
        out.print("\r" + bar() + " " + line() + (done == total ? System.lineSeparator() : ""));
        out.flush();
      }
    } else if (done == total || (long) done * LINES / total != (done - 1L) * LINES / total) {
      out.println(line());
      out.flush();
    }
  }

  private String bar() {
    int full = (int) ((long) BAR_CHARACTERS * done / total);
    return "[" + "#".repeat(full) + ".".repeat(BAR_CHARACTERS - full) + "]";
  }

  private String line() {
    double seconds = (System.nanoTime() - start) / 1e9;
    double remaining = seconds / done * (total - done);
    return String.format(
        Locale.ROOT,
        "%d of %d %s, %d failed, %.1f a second, %s",
        done,
        total,
        what,
        failed,
        done / seconds,
        done == total ? "took " + clock(seconds) : "about " + clock(remaining) + " to go   ");
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return "%d:%02d".formatted(whole / 60, whole % 60);
  }
}
