package dev.mien.gallery;

/**
 * What kind of person somebody is, on one of two levels.
 *
 * @param number names it in its account; positive, never given twice
 * @param first the first level
 * @param second the second level below it; empty for a category of the first level
 */
public record CustomCategory(long number, String first, String second) {
  /** Refuses a number below 1 and an empty first level with {@link IllegalArgumentException}. */
  public CustomCategory {
    if (number < 1 || first.isEmpty()) {
      throw new IllegalArgumentException("not a category: %d %s".formatted(number, first));
    }
  }

  /** Whether it is of the first level. */
  public boolean isFirstLevel() {
    return second.isEmpty();
  }
}
