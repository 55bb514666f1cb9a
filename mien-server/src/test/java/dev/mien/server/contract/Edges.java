package dev.mien.server.contract;

import dev.mien.server.contract.WireType.ListOf;
import dev.mien.server.contract.WireType.Structure;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes of a good request those that lie at each limit, and just beyond. */
final class Edges {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final double SMALL_STEP = 0.5;

  private final Contract contract;
  private final String version;

  Edges(Contract contract, String version) {
    this.contract = contract;
    this.version = version;
  }

  /**
   * A request at or beyond a limit.
   *
   * @param what where it lies
   * @param parameter what is at or beyond its limit
   * @param codes one of these must be answered; {@code OK} is success
   * @param refused whether it lies beyond, so that the message must name the parameter
   */
  record Edge(
      String what, String parameter, JsonNode request, List<String> codes, boolean refused) {}

  /** All edges of a request of these parameters. */
  List<Edge> of(ObjectNode good, List<Field> fields) {
    List<Edge> edges = new ArrayList<>();
    for (Field field : fields) {
      if (!field.isIn(version)) {
        continue;
      }
      for (Limit limit : field.limits()) {
        ofLimit(good, field, limit, edges);
      }
      if (field.type() instanceof ListOf(Structure structure)) {
        ObjectNode item = (ObjectNode) Samples.of(contract, field, good).get(0);
        for (Edge edge : of(item, contract.fields(structure.name()))) {
          edges.add(
              new Edge(
                  field.name() + ".0." + edge.what(),
                  edge.parameter(),
                  with(good, field, JSON.arrayNode().add(edge.request())),
                  edge.codes(),
                  edge.refused()));
        }
      }
    }
    return edges;
  }

  private void ofLimit(ObjectNode good, Field field, Limit limit, List<Edge> edges) {
    for (JsonNode value : limit.values()) {
      edges.add(
          new Edge(
              field.name() + ": " + value,
              field.name(),
              with(good, field, value),
              limit.within(),
              false));
    }
    if (limit.otherwise() != null) {
      JsonNode last = limit.values().getLast();
      JsonNode other =
          last.isNumber() ? JSON.numberNode(last.asLong() + 1) : JSON.stringNode("other");
      edges.add(
          new Edge(
              field.name() + ": " + other,
              field.name(),
              with(good, field, other),
              List.of(limit.otherwise()),
              true));
    }
    if (limit.minimum() != null) {
      edges.add(at(good, field, limit, limit.minimum(), 0, limit.within()));
    }
    if (limit.below() != null) {
      edges.add(at(good, field, limit, limit.minimum(), -1, List.of(limit.below())));
    }
    if (limit.maximum() != null) {
      edges.add(at(good, field, limit, limit.maximum(), 0, limit.within()));
    }
    if (limit.beyond() != null) {
      edges.add(at(good, field, limit, limit.maximum(), 1, List.of(limit.beyond())));
    }
  }

  private Edge at(
      ObjectNode good, Field field, Limit limit, int bound, int steps, List<String> codes) {
    JsonNode value =
        switch (limit.of()) {
          case VALUE ->
              field.type() == WireType.Scalar.FLOAT
                  ? JSON.numberNode(bound + steps * SMALL_STEP)
                  : JSON.numberNode(bound + steps);
          case CHARACTERS -> JSON.stringNode("x".repeat(bound + steps));
          case ITEMS -> items(field, Samples.of(contract, field, good).get(0), bound + steps);
          case ITEM_CHARACTERS -> JSON.arrayNode().add("x".repeat(bound + steps));
        };
    String size =
        switch (limit.of()) {
          case VALUE -> value.toString();
          case CHARACTERS -> bound + steps + " characters";
          case ITEMS -> bound + steps + " items";
          case ITEM_CHARACTERS -> "an item of " + (bound + steps) + " characters";
        };
    return new Edge(
        field.name() + ": " + size, field.name(), with(good, field, value), codes, steps != 0);
  }

  private ArrayNode items(Field field, JsonNode item, int count) {
    ArrayNode items = JSON.arrayNode();
    for (int i = 0; i < count; i++) {
      items.add(field.distinct() ? numbered(item, i) : item);
    }
    return items;
  }

  /** A text with a number at its end; a structure with it as index and in its text. */
  private static JsonNode numbered(JsonNode item, int number) {
    if (item.isString()) {
      return JSON.stringNode(item.stringValue() + number);
    }
    ObjectNode copy = JSON.objectNode();
    item.properties()
        .forEach(
            part ->
                copy.set(
                    part.getKey(),
                    part.getValue().isNumber()
                        ? JSON.numberNode(number)
                        : numbered(part.getValue(), number)));
    return copy;
  }

  private static ObjectNode with(ObjectNode node, Field field, JsonNode value) {
    ObjectNode copy = node.deepCopy();
    copy.set(field.name(), value);
    return copy;
  }
}
