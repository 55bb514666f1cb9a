package dev.mien.server.contract;

import dev.mien.server.contract.WireType.ListOf;
import dev.mien.server.contract.WireType.Scalar;
import dev.mien.server.contract.WireType.Structure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values for parameters that a request does not have. */
final class Samples {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Samples() {}

  /** The value that the request has; else the default; else the simplest of its type. */
  static JsonNode of(Contract contract, Field field, ObjectNode request) {
    JsonNode given = request.get(field.name());
    if (given != null) {
      return given;
    }
    return field.defaultValue() != null ? field.defaultValue() : simplest(contract, field.type());
  }

  private static JsonNode simplest(Contract contract, WireType type) {
    return switch (type) {
      case Scalar scalar ->
          switch (scalar) {
            case STRING, FILE -> JSON.stringNode("x");
            case INT64, UINT64 -> JSON.numberNode(0);
            case FLOAT -> JSON.numberNode(0.5);
            case BOOL -> JSON.booleanNode(false);
          };
      case ListOf list -> JSON.arrayNode().add(simplest(contract, list.element()));
      case Structure structure -> {
        ObjectNode node = JSON.objectNode();
        contract
            .fields(structure.name())
            .forEach(field -> node.set(field.name(), simplest(contract, field.type())));
        yield node;
      }
    };
  }
}
