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
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new ApiException(CommonError.INVALID_BODY, "it is not valid UTF-8");
    }
  }
}
