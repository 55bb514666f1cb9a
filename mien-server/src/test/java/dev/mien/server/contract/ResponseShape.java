package dev.mien.server.contract;

import dev.mien.server.contract.WireType.ListOf;
import dev.mien.server.contract.WireType.Scalar;
import dev.mien.server.contract.WireType.Structure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Holds responses to the contract, field by field. */
final class ResponseShape {
  private final Contract contract;
  private final List<String> problems = new ArrayList<>();

  private ResponseShape(Contract contract) {
    this.contract = contract;
  }

  /** What is wrong with a successful response; nothing, if it is as promised. */
  static List<String> problems(Contract contract, ContractAction action, JsonNode response) {
    ResponseShape shape = new ResponseShape(contract);
    Set<String> surplus = shape.checkFields(response, action.response(), "");
    if (!surplus.remove("RequestId") || !response.get("RequestId").isString()) {
      shape.problems.add("no RequestId");
    }
    surplus.forEach(name -> shape.problems.add(name + " is unknown"));
    return shape.problems;
  }

  /** Checks all fields and returns the names of what else is there. */
  private Set<String> checkFields(JsonNode node, List<Field> fields, String prefix) {
    Set<String> surplus = new HashSet<>(node.propertyNames());
    for (Field field : fields) {
      String path = prefix + field.name();
      if (!surplus.remove(field.name())) {
        problems.add(path + " is missing");
      } else if (!node.get(field.name()).isNull()) {
        check(node.get(field.name()), field.type(), path);
      } else if (!field.nullable()) {
        problems.add(path + " is null");
      }
    }
    return surplus;
  }

  private void check(JsonNode node, WireType type, String path) {
    switch (type) {
      case Scalar scalar -> require(scalar.describes(node), type, path, node);
      case ListOf list -> {
        require(node.isArray(), type, path, node);
        for (int i = 0; i < node.size(); i++) {
          check(node.get(i), list.element(), path + "." + i);
        }
      }
      case Structure structure -> {
        require(node.isObject(), type, path, node);
        checkFields(node, contract.fields(structure.name()), path + ".")
            .forEach(name -> problems.add(path + "." + name + " is unknown"));
      }
    }
  }

  private void require(boolean holds, WireType type, String path, JsonNode node) {
    if (!holds) {
      problems.add(path + " is " + node + ", not " + type.text());
    }
  }
}
