package dev.mien.server.protocol;

import static dev.mien.server.protocol.ApiErrors.assertFails;
import static dev.mien.server.protocol.CommonError.INVALID_BODY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonBodyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "5",
        "null",
        "\"text\"",
        "{} {}",
        "{}x",
        "{'a':1}",
        "{a:1}",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{/* */}",
        "\uFEFF{}"
      })
  void anythingButOneStrictObjectIsRefused(String body) {
    assertFails(() -> parse(body), INVALID_BODY, "");
  }

  @Test
  void theMessageTellsThePlaceAndNoContent() {
    assertFails(() -> parse("{\"Image\": secret}"), INVALID_BODY, "line 1, column 11");
    try {
      parse("{\"Image\": secret}");
    } catch (ApiException e) {
      assertThat(e).hasMessageNotContaining("secret");
    }
  }

  @Test
  void thirtyTwoLevelsAreRefusedOnlyBeyond() throws ApiException {
    assertThat(parse(nested(JsonBody.MAX_DEPTH)).root().has("a")).isTrue();
    assertFails(() -> parse(nested(JsonBody.MAX_DEPTH + 1)), INVALID_BODY, "nested too deeply");
  }

  @Test
  void aHundredThousandLevelsDoNotOverflowTheStack() {
    assertFails(() -> parse("[".repeat(100_000)), INVALID_BODY, "nested too deeply");
  }

  @Test
  void anEmptyBodyHasNoParameters() throws ApiException {
    assertThat(parse("").root().isEmpty()).isTrue();
    assertThat(parse(" \n").root().isEmpty()).isTrue();
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedNotRepaired() {
    byte[] overlong = {'{', '"', 'a', '"', ':', '"', (byte) 0xc0, (byte) 0xaf, '"', '}'};
    assertFails(() -> JsonBody.parse(overlong), INVALID_BODY, "UTF-8");
    byte[] utf16 = "{\"a\":1}".getBytes(StandardCharsets.UTF_16BE);
    assertFails(() -> JsonBody.parse(utf16), INVALID_BODY, "");
  }

  @Test
  void aStringMayBeAsLongAsTheBody() throws ApiException {
    String text = "A".repeat(9_000_000);
    assertThat(parse("{\"Image\":\"" + text + "\"}").root().get("Image").stringValue())
        .isEqualTo(text);
  }

  private static RequestTree parse(String body) throws ApiException {
    return JsonBody.parse(body.getBytes(StandardCharsets.UTF_8));
  }

  private static String nested(int levels) {
    return "{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
  }
}
