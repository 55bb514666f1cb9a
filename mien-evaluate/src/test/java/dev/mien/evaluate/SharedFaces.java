package dev.mien.evaluate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The labelled face sets, which are not part of the project: tests over them are skipped where they
 * are absent.
 */
final class SharedFaces {

  private SharedFaces() {}

  /** The folder of a set, or a skipped test that says so. */
  static Path folder(String set) {
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

  /** The first rows for each combination of the values of some columns. */
  static Table firstOfEach(Table table, int count, String... columns) {
    Map<List<String>, Integer> taken = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    for (Row row : table.rows()) {
      if (taken.merge(Stream.of(columns).map(row::text).toList(), 1, Integer::sum) <= count) {
        rows.add(row);
      }
    }
    return new Table(table.columns(), rows);
  }

  /** Some columns alone. */
  static Table only(Table table, String... columns) {
    List<String> names = List.of(columns);
    return new Table(
        names,
        table.rows().stream()
            .map(row -> new Row(names, names.stream().map(row::text).toList()))
            .toList());
  }
}
