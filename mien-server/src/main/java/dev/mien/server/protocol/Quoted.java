package dev.mien.server.protocol;

/** Text of a client made fit for an error message or a log line. */
final class Quoted {
  private static final int MAX_CHARACTERS = 128;

  private Quoted() {}

  /** A parameter name of unknown origin, shortened, with everything unprintable replaced. */
  static String name(String text) {
    int length = Math.min(text.length(), MAX_CHARACTERS);
    StringBuilder name = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      name.append(c > ' ' && c < 0x7f ? c : '?');
    }
    return name.toString();
  }
}
