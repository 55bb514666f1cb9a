package dev.mien.server.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory.
 *
 * @param bytes not negative
 */
public record DataSize(long bytes) {
  private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})(B|KB|MB|GB)");
  private static final Map<String, Integer> SHIFTS = Map.of("B", 0, "KB", 10, "MB", 20, "GB", 30);

  public DataSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("a size cannot be negative: " + bytes);
    }
  }

  /**
   * The size that a text such as {@code 32KB} means. Units are powers of 1024.
   *
   * @throws IllegalArgumentException if the text is not a number with B, KB, MB or GB
   */
  public static DataSize parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("expected a size such as 512B, 32KB or 10MB: " + text);
    }
    return new DataSize(
        Long.parseLong(matcher.group(1)) << SHIFTS.getOrDefault(matcher.group(2), 0));
  }

  /**
   * The number of bytes, for what is held in one array.
   *
   * @throws IllegalArgumentException if it is 2 GB or more
   */
  public int intBytes() {
    if (bytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("must be less than 2GB");
    }
    return (int) bytes;
  }
}
