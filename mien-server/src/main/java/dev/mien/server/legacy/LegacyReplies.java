package dev.mien.server.legacy;

import dev.mien.gallery.AccountId;
import dev.mien.server.http.Reply;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import dev.mien.server.protocol.Language;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the bytes of answers: {@code {"code":0,"message":"OK","data":{…}}}. */
final class LegacyReplies {
  private static final String MESSAGE_OK = "OK";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY) // as declared
          .build();

  private LegacyReplies() {}

  /** An answer with data. */
  static Reply success(Record data, String call, AccountId account) {
    byte[] body = enclose(0, MESSAGE_OK, MAPPER.valueToTree(data));
    return new Reply(body, Reply.OK, Optional.of(call), Optional.of(account));
  }

  /**
   * An answer with an error; its data is empty but where an error says more.
   *
   * @param call the call, if the request named one that exists
   * @param account whose request it is, if it is authentic
   */
  static Reply error(
      ApiException error,
      Optional<? extends Record> data,
      Language language,
      Optional<String> call,
      Optional<AccountId> account) {
    int number = number(error);
    JsonNode fields = data.<JsonNode>map(MAPPER::valueToTree).orElseGet(MAPPER::createObjectNode);
    byte[] body = enclose(number, error.message(language), fields);
    return new Reply(body, Integer.toString(number), call, account);
  }

  private static byte[] enclose(int code, String message, JsonNode data) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("code", code);
    root.put("message", message);
    root.set("data", data);
    return MAPPER.writeValueAsBytes(root);
  }

  /** The number of an error; those that come from the way of a request have one here too. */
  private static int number(ApiException error) {
    return switch (error.code()) {
      case LegacyError legacy -> legacy.number();
      case CommonError common ->
          switch (common) {
            case INVALID_BODY, INVALID_PARAMETER, UNSUPPORTED_PROTOCOL ->
                LegacyError.BAD_REQUEST.number();
            case REQUEST_SIZE_LIMIT_EXCEEDED -> LegacyError.BODY_TOO_LARGE.number();
            case REQUEST_LIMIT_EXCEEDED -> LegacyError.TOO_FREQUENT.number();
            default -> LegacyError.INTERNAL.number();
          };
      default -> LegacyError.INTERNAL.number();
    };
  }
}
