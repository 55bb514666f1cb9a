package dev.mien.server.protocol;

import dev.mien.server.protocol.RequestTree.Notation;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parses requests whose parameters are one JSON object.
 *
 * <p>Strict: UTF-8 only, no duplicate names, nothing after the object, at most {@value #MAX_DEPTH}
 * levels. The size is bounded by the body limit of the transport.
 */
public final class JsonBody {
  /** Deeper than any request of the API, and shallow enough for every recursive reader. */
  static final int MAX_DEPTH = 32;

  /** Longer than a 64-bit number or a double ever is; long numbers are slow to parse. */
  private static final int MAX_NUMBER_CHARACTERS = 100;

  /** Parameter names are words. */
  private static final int MAX_NAME_CHARACTERS = 256;

  /** With pictures in them; what is smaller takes no time anyway. */
  private static final int LARGE_BYTES = 64 * 1024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_CHARACTERS)
                          .maxNameLength(MAX_NAME_CHARACTERS)
                          .maxStringLength(Integer.MAX_VALUE) // the body is bounded already
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonBody() {}

  /**
   * The parameters in a body. An empty body means no parameters.
   *
   * @throws ApiException {@code InvalidParameter} if it is anything but one JSON object
   */
  public static RequestTree parse(byte[] body) throws ApiException {
    if (isLargeAndAscii(body)) {
      return tree(read(() -> readAscii(body)));
    }
    String text = StrictText.decode(ByteBuffer.wrap(body));
    if (text.isBlank()) {
      return tree(JsonNodeFactory.instance.objectNode());
    }
    return tree(read(() -> MAPPER.readTree(text)));
  }

  private static JsonNode readAscii(byte[] body) {
    try (JsonParser parser = new AsciiJson(MAPPER.createParser(body), body)) {
      return MAPPER.readTree(parser);
    }
  }

  private static RequestTree tree(JsonNode read) throws ApiException {
    if (read instanceof ObjectNode root) {
      return new RequestTree(root, Notation.JSON);
    }
    throw new ApiException(CommonError.INVALID_BODY, "expected a JSON object");
  }

  /**
   * Whether bytes may be parsed as they are, in a third of the time that their text takes. The
   * parser would take zeros at the beginning for those of UTF-16 or UTF-32.
   */
  private static boolean isLargeAndAscii(byte[] body) {
    return body.length >= LARGE_BYTES
        && body[0] == '{'
        && body[1] != 0
        && body[2] != 0
        && body[3] != 0
        && StrictText.isAscii(ByteBuffer.wrap(body));
  }

  private static JsonNode read(Supplier<JsonNode> parser) throws ApiException {
    try {
      return parser.get();
    } catch (StreamConstraintsException e) {
      throw new ApiException(
          CommonError.INVALID_BODY, "its JSON is nested too deeply or has too long a token");
    } catch (JacksonException e) {
      // Only the place: the parser's own message quotes what it read.
      String place =
          e.getLocation() == null
              ? "malformed JSON"
              : "malformed JSON or a repeated name at line %d, column %d"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw new ApiException(CommonError.INVALID_BODY, place);
    }
  }
}
