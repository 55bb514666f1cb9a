package dev.mien.evaluate.run;

import java.io.PrintWriter;

/**
 * Where a measurement tells people how far it is.
 *
 * @param out usually standard error
 * @param terminal whether that can redraw a line
 */
public record Console(PrintWriter out, boolean terminal) {

  /** A new counter. */
  Progress progress(String what, int total) {
    return new Progress(out, terminal, what, total);
  }

  /** Tells one line. */
  public void say(String line) {
    out.println(line);
    out.flush();
  }
}
