package dev.mien.server.protocol;

import java.util.Locale;

/**
 * One entry of an error catalogue. Every API family has one enum that implements this; {@link
 * CommonError} holds those that all families share.
 */
public interface ErrorCode {

  /** The code as clients see it, such as {@code InvalidParameterValue.LimitExceed}. */
  String code();

  ErrorCategory category();

  /** What went wrong, in English: a pattern of {@link java.util.Formatter}. */
  String english();

  /** What went wrong, in Chinese: the same pattern arguments as {@link #english()}. */
  String chinese();

  /** The message for a client. */
  default String message(Language language, Object... arguments) {
    String pattern =
        switch (language) {
          case ENGLISH -> english();
          case CHINESE -> chinese();
        };
    return String.format(Locale.ROOT, pattern, arguments);
  }
}
