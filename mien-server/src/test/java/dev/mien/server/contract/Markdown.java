package dev.mien.server.contract;

import java.util.List;

/** A page of GitHub-flavoured Markdown that grows from top to bottom. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  Markdown heading(int level, String title) {
    return paragraph("#".repeat(level) + " " + title);
  }

  Markdown paragraph(String paragraph) {
    text.append(text.isEmpty() ? "" : "\n").append(paragraph).append('\n');
    return this;
  }

  Markdown table(List<String> heads, List<List<String>> rows) {
    text.append('\n');
    row(heads);
    row(heads.stream().map(_ -> "---").toList());
    rows.forEach(this::row);
    return this;
  }

  Markdown code(String language, String code) {
    return paragraph("```" + language + "\n" + code + "\n```");
  }

  private void row(List<String> cells) {
    text.append('|');
    for (String cell : cells) {
      text.append(' ').append(cell.replace("|", "\\|")).append(" |");
    }
    text.append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
