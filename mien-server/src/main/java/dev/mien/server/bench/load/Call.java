package dev.mien.server.bench.load;

import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A request, unsigned.
 *
 * @param route where it goes
 * @param body its content
 * @param answered is told what was answered, without the envelope, if it is no error
 * @param failed is told if it is one, or none came
 */
record Call(Route route, Content body, Consumer<JsonNode> answered, Runnable failed) {

  Call(Route route, Content body, Consumer<JsonNode> answered) {
    this(route, body, answered, () -> {});
  }

  /** The same call, with something to do if it is not answered. */
  Call otherwise(Runnable action) {
    return new Call(route, body, answered, action);
  }

  /** Where a request goes, and how it is signed. */
  sealed interface Route {
    /**
     * An action of API 3.0, JSON signed with TC3-HMAC-SHA256.
     *
     * @param service the API's short name
     */
    record Tc3(String service, String version, String action) implements Route {}

    /**
     * A call of the legacy API.
     *
     * @param name what comes after {@code /face/}
     * @param contentType of the body
     */
    record Legacy(String name, String contentType) implements Route {}
  }
}
