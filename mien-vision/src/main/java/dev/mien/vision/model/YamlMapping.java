package dev.mien.vision.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML mapping read strictly: every key must be asked for, and {@link #end} refuses those that
 * were not by their name. Not thread-safe.
 */
final class YamlMapping {

  private final String where;
  private final JsonNode node;
  private final Set<String> known = new LinkedHashSet<>();

  private YamlMapping(String where, JsonNode node) throws ModelPackException {
    this.where = where;
    this.node = node;
    if (!node.isObject()) {
      throw new ModelPackException(where + " must be a mapping of keys to values");
    }
  }

  /**
   * Parses a document.
   *
   * @param name of the file, for messages
   */
  static YamlMapping parse(String name, byte[] bytes) throws ModelPackException {
    try {
      return new YamlMapping(name, new YAMLMapper().readTree(bytes));
    } catch (JacksonException e) {
      throw new ModelPackException(name + " is not YAML: " + e.getOriginalMessage(), e);
    }
  }

  /** Names the place in a message. */
  String where() {
    return where;
  }

  Set<String> keys() {
    return new LinkedHashSet<>(node.propertyNames());
  }

  boolean has(String key) {
    known.add(key);
    return node.has(key);
  }

  /** Accepts a key whatever its value, which is for people. */
  void ignore(String key) {
    known.add(key);
  }

  YamlMapping mapping(String key) throws ModelPackException {
    return new YamlMapping(where + ": " + key, required(key));
  }

  Optional<YamlMapping> optionalMapping(String key) throws ModelPackException {
    return has(key) ? Optional.of(mapping(key)) : Optional.empty();
  }

  String text(String key) throws ModelPackException {
    JsonNode value = required(key);
    if (!value.isString()) {
      throw new ModelPackException(where + ": " + key + " must be a text");
    }
    return value.asString();
  }

  int integer(String key) throws ModelPackException {
    JsonNode value = required(key);
    if (!value.isInt()) {
      throw new ModelPackException(where + ": " + key + " must be a whole number");
    }
    return value.asInt();
  }

  double number(String key) throws ModelPackException {
    return number(required(key), key);
  }

  boolean flag(String key) throws ModelPackException {
    JsonNode value = required(key);
    if (!value.isBoolean()) {
      throw new ModelPackException(where + ": " + key + " must be true or false");
    }
    return value.asBoolean();
  }

  List<Double> numbers(String key) throws ModelPackException {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode element : list(key)) {
      numbers.add(number(element, key));
    }
    return List.copyOf(numbers);
  }

  /** A list of lists of {@code columns} numbers. */
  List<List<Double>> rows(String key, int columns) throws ModelPackException {
    List<List<Double>> rows = new ArrayList<>();
    for (JsonNode element : list(key)) {
      List<Double> row = new ArrayList<>();
      for (JsonNode value : element) {
        row.add(number(value, key));
      }
      if (row.size() != columns) {
        throw new ModelPackException(
            where + ": each row of " + key + " must have " + columns + " numbers");
      }
      rows.add(List.copyOf(row));
    }
    return List.copyOf(rows);
  }

  List<YamlMapping> mappings(String key) throws ModelPackException {
    List<YamlMapping> mappings = new ArrayList<>();
    for (JsonNode element : list(key)) {
      mappings.add(new YamlMapping(where + ": " + key + "[" + mappings.size() + "]", element));
    }
    return List.copyOf(mappings);
  }

  /** Refuses every key that nobody asked for. */
  void end() throws ModelPackException {
    for (String key : node.propertyNames()) {
      if (!known.contains(key)) {
        throw new ModelPackException(
            where + ": unknown key '" + key + "'; known here are " + String.join(", ", known));
      }
    }
  }

  private JsonNode list(String key) throws ModelPackException {
    JsonNode value = required(key);
    if (!value.isArray()) {
      throw new ModelPackException(where + ": " + key + " must be a list");
    }
    return value;
  }

  private double number(JsonNode value, String key) throws ModelPackException {
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw new ModelPackException(where + ": " + key + " must be a number");
    }
    return value.asDouble();
  }

  private JsonNode required(String key) throws ModelPackException {
    known.add(key);
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      throw new ModelPackException(where + ": the key '" + key + "' is missing");
    }
    return value;
  }
}
