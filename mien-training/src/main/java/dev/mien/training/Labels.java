package dev.mien.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of each picture: the labels of the sets themselves, and those that were set by
 * looking at contact sheets of the same pictures (resources beside this class).
 */
final class Labels {

  private final Map<String, Map<String, Map<String, String>>> sets = new HashMap<>();
  private final Map<String, Map<String, String>> byEye = new HashMap<>();
  private final Map<String, String> sheets = new HashMap<>();
  private final Map<String, String> persons = new HashMap<>();

  /** Reads labels.csv of each set, and all labels set by eye. */
  static Labels read(Path faces, List<String> names) throws IOException {
    Labels labels = new Labels();
    for (String set : names) {
      Map<String, Map<String, String>> rows = new HashMap<>();
      for (Map<String, String> row :
          table(Files.readAllLines(faces.resolve(set + "/labels.csv")))) {
        String path = row.getOrDefault("path", "");
        rows.put(path, row);
        if (!row.getOrDefault("identity", "").isEmpty()) {
          labels.persons.put(fileName(path), row.get("identity"));
        }
      }
      labels.sets.put(set, rows);
    }
    for (String name :
        List.of(
            "beard",
            "emotion",
            "eye-size",
            "eyebrow-curve",
            "eyebrow-density",
            "eyebrow-length",
            "eyelid",
            "eyes-closed",
            "glasses-kind",
            "hair-colour",
            "hair-length",
            "hat-colour",
            "hat-style",
            "mask-kind",
            "nose",
            "shape",
            "skin")) {
      Map<String, String> values = new HashMap<>();
      for (Map<String, String> row : table(resource("labels/" + name + ".csv"))) {
        String key = row.get("set") + "/" + row.get("path");
        values.put(key, row.getOrDefault("label", ""));
        Optional.ofNullable(row.getOrDefault("sheet", row.get("sample")))
            .ifPresent(sheet -> labels.sheets.put(name + "/" + key, sheet));
      }
      labels.byEye.put(name, values);
    }
    return labels;
  }

  private static List<String> resource(String name) throws IOException {
    try (InputStream stream = Labels.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IOException("the resource " + name + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static List<Map<String, String>> table(List<String> lines) {
    List<String> names = List.of(lines.getFirst().split(",", -1));
    return lines.stream()
        .skip(1)
        .map(
            line -> {
              String[] cells = line.split(",", -1);
              Map<String, String> row = new HashMap<>();
              for (int i = 0; i < cells.length && i < names.size(); i++) {
                row.put(names.get(i), cells[i]);
              }
              return row;
            })
        .toList();
  }

  /** The pictures of a set. */
  List<String> paths(String set) {
    return sets.getOrDefault(set, Map.of()).keySet().stream().sorted().toList();
  }

  /** A label of the set itself; nothing where the set has no such label. */
  Optional<String> of(View view, String name) {
    return Optional.ofNullable(
        sets.getOrDefault(view.set(), Map.of()).getOrDefault(view.path(), Map.of()).get(name));
  }

  /**
   * Whether a yes-or-no label of the set itself is yes; nothing where the set has no such label.
   */
  Optional<Boolean> flag(View view, String name) {
    return of(view, name).map("1"::equals);
  }

  /** A label set by eye; "-" where looking did not tell, nothing where nobody looked. */
  Optional<String> byEye(View view, String name) {
    return Optional.ofNullable(
        byEye.getOrDefault(name, Map.of()).get(view.set() + "/" + view.path()));
  }

  /** Which sample of faces to look at a label set by eye belongs to; empty where there is none. */
  String sheet(View view, String name) {
    return sheets.getOrDefault(name + "/" + view.set() + "/" + view.path(), "");
  }

  /**
   * Whom a picture shows, as far as that is known: the sets share some pictures, which keep their
   * file names. The picture itself where nothing is known; a drawing shows whom its picture does.
   * People of a laboratory whose files have numbers for names count as one: that puts more into a
   * fold than need be, and tells nothing to another.
   */
  String person(View view) {
    String picture = view.path().split("#", 2)[0];
    return persons.getOrDefault(fileName(picture), picture);
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
