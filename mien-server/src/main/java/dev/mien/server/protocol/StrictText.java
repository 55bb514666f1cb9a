package dev.mien.server.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 in which nothing is repaired: the only encoding that requests may use. */
final class StrictText {
  private StrictText() {}

  /**
   * The text of these bytes.
   *
   * @throws ApiException {@code InvalidParameter} if they are not UTF-8
   */
  static String decode(ByteBuffer bytes) throws ApiException {
    if (bytes.hasArray() && isAscii(bytes)) {
      // Megabytes of Base64, most of all: this is a copy, the decoder takes ten times as long.
      int from = bytes.arrayOffset() + bytes.position();
      return new String(bytes.array(), from, bytes.remaining(), StandardCharsets.ISO_8859_1);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new ApiException(CommonError.INVALID_BODY, "it is not valid UTF-8");
    }
  }

  /**
   * Whether these bytes, of an array, are ASCII. A loop without a branch, which the JIT makes one
   * over many bytes at a time.
   */
  static boolean isAscii(ByteBuffer bytes) {
    byte[] array = bytes.array();
    int from = bytes.arrayOffset() + bytes.position();
    int to = from + bytes.remaining();
    int all = 0;
    for (int i = from; i < to; i++) {
      all |= array[i];
    }
    return all >= 0;
  }
}
