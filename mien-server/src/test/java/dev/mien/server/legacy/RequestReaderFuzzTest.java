package dev.mien.server.legacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mien.server.auth.SignedRequest;
import dev.mien.server.fuzz.Fuzzing;
import dev.mien.server.protocol.ApiException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged requests of the legacy API. */
@Timeout(120)
class RequestReaderFuzzTest {
  private static final String BOUNDARY = "b0und4ry";

  @Test
  void json() {
    Fuzzing.run(
        List.of(
            "{\"appid\":\"7\",\"group_ids\":[\"a\",\"b\"],\"person_id\":\"p\",\"url\":\"http://x/\"}"
                .getBytes(UTF_8)),
        List.of("\"", "\\u0000", "[[[[", "null", "{}", "group_ids", "1e400"),
        ApiException.class,
        input -> read("application/json", input));
  }

  @Test
  void multipart() {
    String part =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Length: 1\r\n\r\n%s\r\n";
    String body =
        part.formatted(BOUNDARY, "appid", "7")
            + part.formatted(BOUNDARY, "group_ids[0]", "a")
            + part.formatted(BOUNDARY, "group_ids[]", "b")
            + part.formatted(BOUNDARY, "image\"; filename=\"a.jpg", "x")
            + "--"
            + BOUNDARY
            + "--\r\n";
    Fuzzing.run(
        List.of(body.getBytes(UTF_8)),
        List.of(
            "--" + BOUNDARY, "\r\n\r\n", "[0]", "[9999]", "[]", "[-1]", ";", "name=", "images[0]"),
        ApiException.class,
        input -> read("multipart/form-data; boundary=" + BOUNDARY, input));
  }

  private static void read(String contentType, byte[] body) throws ApiException {
    RequestReader.read(
        new SignedRequest(
            "POST", "/face/x", "", Map.of("content-type", List.of(contentType)), body));
  }
}
