package dev.mien.models.tfjs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The attributes of a TensorFlow node in the JSON form of its protocol buffer: integers may be
 * strings, strings are Base64.
 *
 * @param json the object under {@code attr}
 */
public record NodeAttributes(JsonNode json) {
  /** No attributes. */
  public static final NodeAttributes NONE =
      new NodeAttributes(JsonNodeFactory.instance.objectNode());

  public NodeAttributes {
    Objects.requireNonNull(json, "json is null");
  }

  /** A list of integers; empty if the attribute is not there. */
  public List<Integer> integers(String name) {
    List<Integer> values = new ArrayList<>();
    json.path(name).path("list").path("i").forEach(value -> values.add(value.asInt()));
    return List.copyOf(values);
  }

  /** A list of strings; empty if the attribute is not there. */
  public List<String> texts(String name) {
    List<String> values = new ArrayList<>();
    json.path(name).path("list").path("s").forEach(value -> values.add(decode(value)));
    return List.copyOf(values);
  }

  public String text(String name, String defaultValue) {
    JsonNode value = json.path(name).path("s");
    return value.isMissingNode() ? defaultValue : decode(value);
  }

  public boolean flag(String name, boolean defaultValue) {
    return json.path(name).path("b").asBoolean(defaultValue);
  }

  public float real(String name, float defaultValue) {
    return (float) json.path(name).path("f").asDouble(defaultValue);
  }

  /** The sizes of a shape attribute, -1 for an open one; empty if the attribute is not there. */
  public List<Long> shape(String name) {
    List<Long> sizes = new ArrayList<>();
    json.path(name)
        .path("shape")
        .path("dim")
        .forEach(dimension -> sizes.add(dimension.path("size").asLong()));
    return List.copyOf(sizes);
  }

  /** These attributes with a list of strings added or replaced. */
  public NodeAttributes withTexts(String name, List<String> texts) {
    ObjectNode changed = JsonNodeFactory.instance.objectNode();
    json.forEachEntry(changed::set);
    ArrayNode encoded = changed.putObject(name).putObject("list").putArray("s");
    Base64.Encoder base64 = Base64.getEncoder();
    texts.forEach(
        text -> encoded.add(base64.encodeToString(text.getBytes(StandardCharsets.UTF_8))));
    return new NodeAttributes(changed);
  }

  private static String decode(JsonNode base64) {
    return new String(Base64.getDecoder().decode(base64.asString()), StandardCharsets.UTF_8);
  }
}
