package dev.mien.server.legacy;

import java.util.List;

/** What a parameter carries, however it was sent. */
sealed interface Value {
  /**
   * A text; in multipart content, everything that is no file.
   *
   * @param text as sent
   */
  record Text(String text) implements Value {}

  /**
   * A whole number.
   *
   * @param number as sent
   */
  record Whole(long number) implements Value {}

  /**
   * A file in multipart content.
   *
   * @param content its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
  record File(byte[] content) implements Value {}

  /**
   * A list.
   *
   * @param items in order
   */
  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Anything that no call has a use for, such as a structure or a fraction. */
  record Other() implements Value {}
}
