package dev.mien.server.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mien.server.auth.RawRequest;
import dev.mien.server.fuzz.Fuzzing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Damaged bodies, up to the typed request of an action; whole ones are what official clients sent.
 */
@Timeout(120)
final class ParserFuzzTest {
  private static final List<? extends Class<? extends Record>> TYPES =
      ActionRegistry.load().actions().stream().map(Action::requestType).toList();

  private static final String BOUNDARY = "b0und4ry";

  @Test
  void json_bodies() {
    Fuzzing.run(
        bodies(head -> head.contains("application/json")),
        List.of(
            "\"", "\\u0000", "\\ud800", "[[[[", "{\"\":", "1e400", "-0", "null", "NaN", "//", ","),
        ApiException.class,
        input -> bind(input, JsonBody.parse(input)));
  }

  @Test
  void forms() {
    List<byte[]> forms = new ArrayList<>(bodies(head -> head.contains("x-www-form-urlencoded")));
    forms.add("GroupIds.0=a&GroupIds.1=b&Limit=1&Infos.0.Name=%E9%9D%A2+x".getBytes(UTF_8));
    Fuzzing.run(
        forms,
        List.of("%", "%zz", "%00", "%ff", "&&", "==", ".0", ".9999", ".99999", "..", "GroupIds"),
        ApiException.class,
        input -> bind(input, FlattenedTree.of(FormBody.parse(input))));
  }

  @Test
  void multipart_bodies() {
    Fuzzing.run(
        List.of(multipart("GroupId", "office"), multipart("Image", "a".repeat(300))),
        List.of(
            "--" + BOUNDARY,
            "--" + BOUNDARY + "--",
            "\r\n\r\n",
            "name=\"",
            "filename=\"",
            ";",
            "*="),
        ApiException.class,
        input ->
            bind(
                input,
                FlattenedTree.of(
                    MultipartBody.parse("multipart/form-data; boundary=" + BOUNDARY, input))));
  }

  private static byte[] multipart(String name, String value) {
    return "--%1$s\r\nContent-Disposition: form-data; name=\"%2$s\"\r\n\r\n%3$s\r\n--%1$s--\r\n"
        .formatted(BOUNDARY, name, value)
        .getBytes(UTF_8);
  }

  /** Binds to the request of some action: the same one for the same input. */
  private static void bind(byte[] input, RequestTree tree) throws ApiException {
    Class<? extends Record> type = TYPES.get(Math.floorMod(Arrays.hashCode(input), TYPES.size()));
    try {
      RequestBinder.bind(type, tree);
    } catch (ApiException notThisAction) {
      // the body itself was read
    }
  }

  private static List<byte[]> bodies(Predicate<String> head) {
    List<byte[]> bodies = new ArrayList<>();
    for (String name : RawRequest.names()) {
      byte[] bytes = RawRequest.bytes(name);
      int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
      if (end < bytes.length && head.test(new String(bytes, 0, end, StandardCharsets.ISO_8859_1))) {
        bodies.add(Arrays.copyOfRange(bytes, end, bytes.length));
      }
    }
    return bodies;
  }
}
