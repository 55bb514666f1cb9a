package dev.mien.media;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names one thing in the store. It is random: it says nothing about the content, and cannot be
 * guessed.
 *
 * @param text 32 hexadecimal digits in lower case
 */
public record MediaId(String text) {
  /** The bytes that the digits stand for. */
  static final int BYTES = 16;

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  /** Refuses other texts with {@link IllegalArgumentException}. */
  public MediaId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not the id of a medium");
    }
  }

  /** The id that a text is; empty if it is none. */
  public static Optional<MediaId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new MediaId(text)) : Optional.empty();
  }

  static MediaId random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return of(bytes);
  }

  static MediaId of(byte[] bytes) {
    return new MediaId(HexFormat.of().formatHex(bytes));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
