package dev.mien.server.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request and what a running server answered to it, made fit for publication: pictures and long
 * lists are abbreviated, and what differs from run to run has a value that never changes.
 */
record Example(JsonNode request, JsonNode response) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectWriter PRETTY =
      Contract.MAPPER
          .writer()
          .with(
              new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectNameValueSpacing(Separators.Spacing.AFTER)));

  static final String REQUEST_ID = "7f3c2a10-5d44-4e0b-9a51-c0ffee5e1f00";

  private static final String MEDIA_LINK = "https://faces.example.com/media/AQ…";

  private static final Pattern HEXADECIMAL_ID = Pattern.compile("[0-9a-f]{32}");
  private static final String PUBLISHED_ID = "8a1f5c0e7b3d49268e41f7a0b3d9c652";

  /** 2001-09-09, in milliseconds: no video is that long. */
  private static final long MOMENT_MIN = 1_000_000_000_000L;

  private static final String JOB_ID = "6000000000000000001";

  /** 2026-01-01T00:00:00Z. */
  private static final long TIMESTAMP = 1_767_225_600_000L;

  /** The same in Beijing, for people. */
  private static final String TIME = "2026-01-01 08:00:00";

  /** Ids that are made at random, by what they begin with; the last characters are counted. */
  private static final Pattern RANDOM_ID =
      Pattern.compile("person-[0-9A-Za-z]{8}|image-[0-9A-Za-z]{8}-[0-9A-Za-z]{4}");

  private static final long FIRST_FACE_ID = 5_000_000_000_000_000_001L;
  private static final int PICTURE_CHARACTERS_MIN = 1000;

  /** A list of more items is shown by its first ones alone. */
  private static final int ITEMS_MAX = 24;

  private static final int ITEMS_SHOWN = 2;

  private static final String MEASURED = "measured";

  /** What was sent and answered, made fit for publication. */
  static Example of(JsonNode sent, JsonNode answered) {
    Map<String, String> ids = new LinkedHashMap<>();
    return new Example(published(null, sent, ids), published(null, answered, ids));
  }

  /** The same moment always, in the notation of each API; a time in a video stays. */
  private static JsonNode publishedTime(JsonNode node) {
    if (!node.isString()) {
      return node.asLong() < MOMENT_MIN ? node : JSON.numberNode(TIMESTAMP);
    }
    String text = node.stringValue();
    return text.endsWith("Z")
        ? JSON.stringNode(Instant.ofEpochMilli(TIMESTAMP).toString())
        : JSON.stringNode(TIME);
  }

  private static JsonNode published(String name, JsonNode node, Map<String, String> ids) {
    if (node.isArray()) {
      ArrayNode copy = JSON.arrayNode();
      int shown = node.size() > ITEMS_MAX ? ITEMS_SHOWN : node.size();
      for (int i = 0; i < shown; i++) {
        copy.add(published(name, node.get(i), ids));
      }
      if (shown < node.size()) {
        copy.add("… %d more".formatted(node.size() - shown));
      }
      return copy;
    }
    if (node.isObject()) {
      ObjectNode copy = JSON.objectNode();
      node.properties()
          .forEach(part -> copy.set(part.getKey(), published(part.getKey(), part.getValue(), ids)));
      return copy;
    }
    if ("RequestId".equals(name)) {
      return JSON.stringNode(REQUEST_ID);
    }
    if ("JobId".equals(name)) {
      return JSON.stringNode(JOB_ID);
    }
    if (name != null && (name.endsWith("Timestamp") || name.endsWith("Time"))) {
      return publishedTime(node);
    }
    if (!node.isString()) {
      return node;
    }
    if (node.stringValue().contains("/media/")) {
      return JSON.stringNode(MEDIA_LINK);
    }
    String text = node.stringValue();
    if (text.matches("[0-9]{19}")) {
      return JSON.stringNode(
          ids.computeIfAbsent(text, _ -> Long.toString(FIRST_FACE_ID + ids.size())));
    }
    if (name != null && name.startsWith("CategoryId")) {
      return JSON.stringNode(ids.computeIfAbsent(text, _ -> Integer.toString(10 + ids.size())));
    }
    if (RANDOM_ID.matcher(text).matches()) {
      return JSON.stringNode(ids.computeIfAbsent(text, _ -> randomId(text, ids.size())));
    }
    return text.length() < PICTURE_CHARACTERS_MIN
        ? JSON.stringNode(HEXADECIMAL_ID.matcher(text).replaceAll(PUBLISHED_ID))
        : JSON.stringNode(text.substring(0, 8) + "…");
  }

  private static String randomId(String id, int number) {
    return id.startsWith("person-") ? "person-Axgo3FY" + number : "image-Axgo3FYc-egM" + number;
  }

  /** The response without the values that come from pixels: those differ between machines. */
  JsonNode unmeasured(Contract contract, ContractAction action) {
    return unmeasured(contract, action.response(), response);
  }

  private static JsonNode unmeasured(Contract contract, List<Field> fields, JsonNode node) {
    ObjectNode copy = JSON.objectNode();
    node.properties().forEach(part -> copy.set(part.getKey(), part.getValue()));
    for (Field field : fields) {
      JsonNode value = node.get(field.name());
      if (value == null || value.isNull()) {
        continue;
      }
      if (field.measured()) {
        copy.put(field.name(), MEASURED);
      } else if (field.type().structure().isPresent()) {
        List<Field> parts = contract.fields(field.type().structure().get());
        copy.set(field.name(), unmeasuredParts(contract, parts, value));
      }
    }
    return copy;
  }

  private static JsonNode unmeasuredParts(Contract contract, List<Field> parts, JsonNode value) {
    if (!value.isArray()) {
      return unmeasured(contract, parts, value);
    }
    ArrayNode items = JSON.arrayNode();
    value.forEach(item -> items.add(unmeasured(contract, parts, item)));
    return items;
  }

  /** The example that is kept for an action; null if there is none yet. */
  static Example load(Contract contract, ContractAction action) {
    Path file = file(contract, action);
    return Files.exists(file) ? Contract.MAPPER.readValue(file.toFile(), Example.class) : null;
  }

  void save(Contract contract, ContractAction action) throws IOException {
    Path file = file(contract, action);
    Files.createDirectories(file.getParent());
    ObjectNode both = JSON.objectNode();
    both.set("request", request);
    both.set("response", response);
    Files.writeString(file, pretty(both) + "\n");
  }

  /** JSON on several lines. */
  static String pretty(JsonNode node) {
    return PRETTY.writeValueAsString(node).replace("\r", "");
  }

  private static Path file(Contract contract, ContractAction action) {
    return Contract.folder(contract.service()).resolve("examples").resolve(action.name() + ".json");
  }
}
