package dev.mien.server.contract;

import dev.mien.server.it.Photos;
import dev.mien.server.it.RawClient;
import dev.mien.server.it.TestServer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An account of a real server that has what the examples of one API speak of, and has it again
 * after a test changed it.
 */
abstract class ContractWorld {
  static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{([a-z]+):([A-Za-z_]+)(?::([0-9]+))?}");

  /** Where a picture can be fetched: left for the test that gives it out. */
  private static final String URL = "url";

  private final RawClient client;
  private final Map<Photos, String> photos = new EnumMap<>(Photos.class);

  ContractWorld(TestServer server, TestServer.Credentials keys) {
    this.client = new RawClient(server, keys);
    for (Photos photo : Photos.values()) {
      photos.put(photo, photo.base64());
    }
  }

  /**
   * The {@code Response} object that is answered to a request, whose placeholders are filled in.
   */
  JsonNode call(String action, String version, JsonNode request) throws Exception {
    return call(client, action, version, request);
  }

  /** Like {@link #call(String, String, JsonNode)}, for another account. */
  final JsonNode call(RawClient sender, String action, String version, JsonNode request)
      throws Exception {
    return sender.call(action, version, filled(request).toString(), Instant.now(), "en-US");
  }

  /** A call that must succeed. */
  final JsonNode setUp(String action, String version, JsonNode request) throws Exception {
    return succeeded(action, call(client, action, version, request));
  }

  static JsonNode succeeded(String action, JsonNode response) {
    if (response.has("Error")) {
      throw new AssertionError(action + ": " + response);
    }
    return response;
  }

  /** Deletes whatever there is and makes everything anew. */
  abstract void reset() throws Exception;

  /**
   * Brings back what there was, as cheaply as possible: what was added goes, or all is made anew.
   */
  abstract void restore() throws Exception;

  /** All that the account has, as lists show it. */
  abstract String everything() throws Exception;

  /**
   * What a placeholder {@code ${kind:name:index}} stands for; photos need not be known.
   *
   * @param index 0 if there is none
   */
  abstract String standsFor(String kind, String name, int index) throws Exception;

  /** A copy in which texts that are placeholders are what they stand for. */
  JsonNode filled(JsonNode node) throws Exception {
    if (node.isString()) {
      return JSON.stringNode(filled(node.stringValue()));
    }
    if (node.isArray()) {
      ArrayNode copy = JSON.arrayNode();
      for (JsonNode item : node) {
        copy.add(filled(item));
      }
      return copy;
    }
    if (node.isObject()) {
      ObjectNode copy = JSON.objectNode();
      for (Map.Entry<String, JsonNode> part : node.properties()) {
        copy.set(part.getKey(), filled(part.getValue()));
      }
      return copy;
    }
    return node;
  }

  private String filled(String text) throws Exception {
    Matcher placeholder = PLACEHOLDER.matcher(text);
    if (!placeholder.matches() || placeholder.group(1).equals(URL)) {
      return text;
    }
    String kind = placeholder.group(1);
    String name = placeholder.group(2);
    String index = placeholder.group(3);
    return kind.equals("photo")
        ? photos.get(Photos.valueOf(name))
        : standsFor(kind, name, index == null ? 0 : Integer.parseInt(index));
  }
}
