package dev.mien.evaluate.table;

import dev.mien.evaluate.EvaluationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values as RFC 4180 describes them: a heading, cells that may be quoted, a
 * doubled quote inside quotes. A quoted cell may not span lines: labels have no line breaks.
 */
final class CsvReader {
  /** The heading and as many rows as any labelled set that is measured in one go. */
  private static final int MAX_LINES = 5_000_001;

  /** Far more than the 68 points of a face take. */
  private static final int MAX_LINE_CHARACTERS = 65_536;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvReader() {}

  /** The cells of all lines that are not blank; at least the heading. */
  static List<List<String>> read(Path file) throws EvaluationException {
    List<List<String>> lines = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.length() > MAX_LINE_CHARACTERS || lines.size() >= MAX_LINES) {
          throw new EvaluationException(
              "%s, line %d: a label file has at most %d lines of %d characters"
                  .formatted(file, number, MAX_LINES, MAX_LINE_CHARACTERS));
        }
        if (!line.isBlank()) {
          lines.add(cells(number == 1 ? withoutMark(line) : line, file, number));
        }
      }
    } catch (CharacterCodingException e) {
      throw new EvaluationException(file + " is not in UTF-8", e);
    } catch (NoSuchFileException e) {
      throw new EvaluationException("there is no label file " + file, e);
    } catch (IOException e) {
      throw new EvaluationException(file + " cannot be read: " + e.getMessage(), e);
    }
    if (lines.isEmpty()) {
      throw new EvaluationException(file + " is empty; its first line must name the columns");
    }
    return lines;
  }

  private static String withoutMark(String line) {
    return line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
  }

  private static List<String> cells(String line, Path file, int number) throws EvaluationException {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char character = line.charAt(i);
      if (character == '"') {
        if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (character == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(character);
      }
    }
    if (quoted) {
      throw new EvaluationException(file + ", line " + number + ": a quote is not closed");
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
