package dev.mien.vision;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The labelled face sets, which are not part of the project: tests over them are skipped where they
 * are absent.
 */
public final class SharedFaces {

  private SharedFaces() {}

  /** The folder of a set, or a skipped test that says so. */
  public static Path folder(String set) {
    String configured = System.getProperty("mien.shared");
    Path root =
        Path.of(configured == null ? "../../shared" : configured).toAbsolutePath().normalize();
    Path folder = root.resolve("faces").resolve(set);
    if (!Files.isDirectory(folder)) {
      System.err.println(
          "*** SKIPPED: no labelled faces in " + folder + " (set -Dmien.shared=FOLDER) ***");
    }
    assumeTrue(Files.isDirectory(folder), "no labelled faces in " + folder);
    return folder;
  }

  /** The rows of a CSV file, each from column name to value. */
  public static List<Map<String, String>> rows(Path csv) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    String[] names = cells(lines.getFirst());
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] values = cells(line);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < values.length; i++) {
        row.put(names[Math.min(i, names.length - 1)], values[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static String[] cells(String line) {
    return line.strip().split(",", -1);
  }
}
