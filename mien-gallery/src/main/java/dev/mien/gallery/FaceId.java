package dev.mien.gallery;

import java.util.Optional;

/**
 * Names a face: 19 decimal digits, unique over all accounts of a store, growing with time, never
 * given twice.
 *
 * @param number {@link #MIN} or more
 */
public record FaceId(long number) implements Comparable<FaceId> {
  /** The smallest number with 19 digits; the largest {@code long} has 19 as well. */
  public static final long MIN = 1_000_000_000_000_000_000L;

  private static final int DIGITS = 19;

  /** Refuses numbers of fewer digits with {@link IllegalArgumentException}. */
  public FaceId {
    if (number < MIN) {
      throw new IllegalArgumentException(
          "a face id has " + DIGITS + " digits, this has fewer: " + number);
    }
  }

  /**
   * Reads an id that a caller sent; text that cannot be the id of any face is empty, as nothing can
   * bear it.
   */
  public static Optional<FaceId> parse(String text) {
    if (text.length() != DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    try {
      long number = Long.parseLong(text);
      return number < MIN ? Optional.empty() : Optional.of(new FaceId(number));
    } catch (NumberFormatException e) {
      return Optional.empty(); // above the largest long
    }
  }

  /** Older faces first. */
  @Override
  public int compareTo(FaceId other) {
    return Long.compare(number, other.number);
  }

  /** The 19 digits. */
  @Override
  public String toString() {
    return Long.toString(number);
  }
}
