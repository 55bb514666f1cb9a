package dev.mien.server.protocol;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of error messages. English unless the client asks for Chinese. */
public enum Language {
  ENGLISH,
  CHINESE;

  /**
   * The language for a wish as clients send it: {@code zh-CN} and every other {@code zh} is
   * Chinese, all else, absence included, is English.
   */
  public static Language of(@Nullable String wish) {
    return wish != null && wish.strip().toLowerCase(Locale.ROOT).startsWith("zh")
        ? CHINESE
        : ENGLISH;
  }
}
