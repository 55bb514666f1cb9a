package dev.mien.server.protocol;

import static dev.mien.server.protocol.ApiErrors.assertFails;
import static dev.mien.server.protocol.CommonError.INVALID_BODY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

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

  /** Large bodies in ASCII are parsed in another way. */
  @Test
  void aLargeBodyIsReadAsStrictlyAsASmallOne() throws ApiException {
    String large = "{\"Image\":\"" + "A".repeat(100_000) + "\",";
    ObjectNode whole = parse(large + "\"a\":[1,-2.5,null,\"\\u5f20\\n\"]} \n").root();
    assertThat(whole.get("Image").stringValue()).hasSize(100_000);
    assertThat(whole.get("a").toString()).isEqualTo("[1,-2.5,null,\"张\\n\"]");
    assertThat(parse(large + "\"a\":\"张\"}").root().get("a").stringValue()).isEqualTo("张");
    String column = "line 1, column ";
    assertFails(() -> parse(large + "\"a\": secret}"), INVALID_BODY, column + (large.length() + 6));
    assertFails(() -> parse(large + "\"Image\":1}"), INVALID_BODY, "repeated name");
    assertFails(() -> parse(large + "\"a\":1} {}"), INVALID_BODY, "");
    assertFails(() -> parse(large + "\"a\":1"), INVALID_BODY, "malformed");
    assertFails(() -> parse(large + "\"a\":\"\u0001\"}"), INVALID_BODY, "malformed");
    assertFails(() -> parse(large + "\"a\":" + "[".repeat(40)), INVALID_BODY, "too deeply");
    assertFails(() -> parse(large + "\"a\":" + "1".repeat(101) + "}"), INVALID_BODY, "too long");
    assertFails(() -> parse("{".repeat(100_000)), INVALID_BODY, "");
    for (Charset other : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] encoded = (large + "\"a\":1}").getBytes(other);
      assertFails(() -> JsonBody.parse(encoded), INVALID_BODY, "malformed");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "\\/, /",
    "\\u0041, A",
    "\\\\, \\",
    "\\n, '\n'",
  })
  void aLongTextIsReadToItsEndWithItsEscapes(String escaped, String meant) throws ApiException {
    String plain = "A".repeat(100_000);
    String body =
        "{ \"a\" : [1, \"x\", \"%1$s%2$s\"] , \"b\":\"%2$s%1$s\" , \"c\": \"y\"}"
            .formatted(plain, escaped);

    ObjectNode root = parse(body).root();

    assertThat(root.at("/a/1").stringValue()).isEqualTo("x");
    assertThat(root.at("/a/2").stringValue()).isEqualTo(plain + meant);
    assertThat(root.at("/b").stringValue()).isEqualTo(meant + plain);
    assertThat(root.at("/c").stringValue()).isEqualTo("y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n\"}", "\\q\"}", "\\\"}", "\"", "\"]", "\"}}", "\"}\"", "\",\"a\":2}"})
  void aLongTextThatDoesNotEndAsItMustIsRefused(String end) {
    assertFails(() -> parse("{\"a\":\"" + "A".repeat(100_000) + end), INVALID_BODY, "line");
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
