package dev.mien.evaluate.card;

import java.util.Collections;
import java.util.List;

/** Text in Markdown, written from top to bottom. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  void line(String line) {
    text.append(line).append('\n');
  }

  /** A line, and an empty one after it. */
  void paragraph(String line) {
    line(line);
    line("");
  }

  /** Begins a table. */
  void heading(String... columns) {
    row((Object[]) columns);
    line("|" + String.join("|", Collections.nCopies(columns.length, "---")) + "|");
  }

  /** A row of the table that was begun. */
  void row(Object... cells) {
    line("| " + String.join(" | ", List.of(cells).stream().map(String::valueOf).toList()) + " |");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
