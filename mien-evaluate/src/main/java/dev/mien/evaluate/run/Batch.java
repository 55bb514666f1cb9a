package dev.mien.evaluate.run;

import static java.util.Objects.requireNonNull;

import dev.mien.evaluate.report.Failures;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a list of pictures.
 *
 * @param values by path, in the order of the list; without the pictures that failed
 * @param failures the others
 */
public record Batch<T>(Map<String, T> values, Failures failures) {

  /** Copies the map. */
  public Batch {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    requireNonNull(failures, "failures is null");
  }

  /** What came of one, unless it failed. */
  public Optional<T> value(String path) {
    return Optional.ofNullable(values.get(path));
  }
}
