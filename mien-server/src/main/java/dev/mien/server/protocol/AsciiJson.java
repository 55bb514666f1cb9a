package dev.mien.server.protocol;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Reads JSON of ASCII, and takes long texts without escapes out of its bytes at once: the parser
 * would gather them in pieces of two bytes a character before, three times the picture's size. It
 * still reads over them, and refuses in them what it refuses. Not thread-safe.
 */
final class AsciiJson extends JsonParserDelegate {
  /** Shorter texts are not worth a second look. */
  private static final int LONG_CHARACTERS = 4 * 1024;

  private final byte[] bytes;

  /**
   * A reader of bytes.
   *
   * @param parser of the same bytes, from the first on
   * @param bytes ASCII
   */
  AsciiJson(JsonParser parser, byte[] bytes) {
    super(parser);
    this.bytes = bytes;
  }

  @Override
  public String getString() {
    if (currentToken() == JsonToken.VALUE_STRING) {
      int from = Math.toIntExact(currentTokenLocation().getByteOffset()) + 1;
      int to = from;
      while (to < bytes.length && bytes[to] != '"' && bytes[to] != '\\') {
        to++;
      }
      if (to - from >= LONG_CHARACTERS && to < bytes.length && bytes[to] == '"') {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
      }
    }
    return super.getString();
  }
}
