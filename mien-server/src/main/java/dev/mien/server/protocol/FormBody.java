package dev.mien.server.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses {@code application/x-www-form-urlencoded} text: the body of a form and the query of a GET.
 * Strict: malformed escapes and bytes that are not UTF-8 are refused.
 */
public final class FormBody {
  /** More than the largest list of any action; keeps a body of "a&amp;a&amp;a…" small in memory. */
  static final int MAX_PARAMETERS = 10_000;

  private FormBody() {}

  /** The parameters of a form's body, in the order sent. */
  public static List<TextParameter> parse(byte[] body) throws ApiException {
    return parse(StrictText.decode(ByteBuffer.wrap(body)));
  }

  /**
   * The parameters of a query or form, in the order sent.
   *
   * @throws ApiException {@code InvalidParameter} if it is malformed or has more than {@value
   *     #MAX_PARAMETERS} parameters
   */
  public static List<TextParameter> parse(String text) throws ApiException {
    List<TextParameter> parameters = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('&', start);
      if (end < 0) {
        end = text.length();
      }
      if (end > start) {
        if (parameters.size() == MAX_PARAMETERS) {
          throw new ApiException(CommonError.INVALID_BODY, "too many parameters");
        }
        parameters.add(parameter(text.substring(start, end)));
      }
      start = end + 1;
    }
    return parameters;
  }

  private static TextParameter parameter(String pair) throws ApiException {
    int equals = pair.indexOf('=');
    return equals < 0
        ? new TextParameter(decode(pair), "")
        : new TextParameter(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
  }

  private static String decode(String text) throws ApiException {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '%') {
        if (i + 2 >= bytes.length) {
          throw malformedEscape();
        }
        b = (byte) (hexDigit(bytes[i + 1]) << 4 | hexDigit(bytes[i + 2]));
        i += 2;
      } else if (b == '+') {
        b = ' ';
      }
      bytes[length++] = b;
    }
    return StrictText.decode(ByteBuffer.wrap(bytes, 0, length));
  }

  private static int hexDigit(byte character) throws ApiException {
    int digit = Character.digit(character, 16);
    if (digit < 0) {
      throw malformedEscape();
    }
    return digit;
  }

  private static ApiException malformedEscape() {
    return new ApiException(CommonError.INVALID_BODY, "malformed percent escape");
  }
}
