package dev.mien.gallery;

import java.util.Optional;
import java.util.Set;

/**
 * Which custom persons are meant: those that meet every condition. An empty set is no condition.
 *
 * @param name their name, exactly
 * @param categories their category is one of these numbers
 * @param ids they are among these; text that names nobody is allowed
 * @param firstLevels the first level of their category is one of these
 */
public record CustomPersonFilter(
    Optional<String> name, Set<Long> categories, Set<String> ids, Set<String> firstLevels) {
  /** Everybody. */
  public static final CustomPersonFilter ALL =
      new CustomPersonFilter(Optional.empty(), Set.of(), Set.of(), Set.of());

  /** Copies the sets. */
  public CustomPersonFilter {
    categories = Set.copyOf(categories);
    ids = Set.copyOf(ids);
    firstLevels = Set.copyOf(firstLevels);
  }
}
