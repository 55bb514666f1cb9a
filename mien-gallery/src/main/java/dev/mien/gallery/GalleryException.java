package dev.mien.gallery;

import java.util.OptionalLong;

/** A request broke a rule of the gallery; nothing was changed. */
public final class GalleryException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Enough of an offending value to recognise it. */
  private static final int VALUE_CHARACTERS_MAX = 100;

  private final GalleryError error;
  private final String value;
  private final long limit;

  /** A broken rule without a number in it. */
  public GalleryException(GalleryError error, Object value) {
    this(error, value, -1);
  }

  /** A broken rule that has a limit, which is not negative. */
  public GalleryException(GalleryError error, Object value, long limit) {
    super(error + ": " + shortened(value.toString()) + (limit < 0 ? "" : " (limit " + limit + ")"));
    this.error = error;
    this.value = shortened(value.toString());
    this.limit = limit;
  }

  /** The rule that was broken. */
  public GalleryError error() {
    return error;
  }

  /** What broke it, as text: see the rule. Cut after 100 characters. */
  public String value() {
    return value;
  }

  /** The limit that was exceeded, where the rule is one. */
  public OptionalLong limit() {
    return limit < 0 ? OptionalLong.empty() : OptionalLong.of(limit);
  }

  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= VALUE_CHARACTERS_MAX) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, VALUE_CHARACTERS_MAX)) + "…";
  }
}
