package dev.mien.gallery;

/**
 * Which part of a list is wanted.
 *
 * @param offset how many to skip, not negative
 * @param limit how many to give at most, not negative
 */
public record PageRange(long offset, int limit) {
  /** Refuses negative numbers with {@link IllegalArgumentException}. */
  public PageRange {
    if (offset < 0 || limit < 0) {
      throw new IllegalArgumentException(
          "offset and limit are not negative: " + offset + ", " + limit);
    }
  }
}
