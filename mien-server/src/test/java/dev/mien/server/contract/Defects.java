package dev.mien.server.contract;

import dev.mien.server.contract.WireType.ListOf;
import dev.mien.server.contract.WireType.Scalar;
import dev.mien.server.contract.WireType.Structure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of a good request all requests that have one defect which shows without knowing what is
 * stored: a missing parameter, a wrong type, a negative number, an unknown parameter, at every
 * depth.
 */
final class Defects {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String UNKNOWN = "Verbose";

  /** One value of each JSON type; a whole number and a fraction count as two. */
  private static final Map<String, JsonNode> VALUES = values();

  private final Contract contract;
  private final String version;

  Defects(Contract contract, String version) {
    this.contract = contract;
    this.version = version;
  }

  /**
   * A request with a defect.
   *
   * @param what the defect
   * @param request the request, or the part of it that is being looked at
   * @param code what must be answered
   * @param path the parameter that the message must name
   */
  record Defect(String what, JsonNode request, String code, String path) {
    private Defect inside(UnaryOperator<JsonNode> around) {
      return new Defect(what, around.apply(request), code, path);
    }
  }

  /** All defects of a request of these parameters. */
  List<Defect> of(ObjectNode good, List<Field> fields) {
    return ofStructure(good, fields, "");
  }

  private List<Defect> ofStructure(ObjectNode good, List<Field> fields, String prefix) {
    List<Defect> defects = new ArrayList<>();
    for (Field field : fields) {
      String name = field.name();
      String path = prefix + name;
      if (!field.isIn(version)) {
        defects.add(
            new Defect(
                path + " in another version",
                with(good, name, field.defaultValue()),
                "UnknownParameter",
                path));
        continue;
      }
      if (field.required()) {
        ObjectNode without = good.deepCopy();
        without.remove(name);
        defects.add(new Defect(path + " missing", without, "MissingParameter", path));
        defects.add(
            new Defect(
                path + " null", with(good, name, JSON.nullNode()), "MissingParameter", path));
      }
      for (Defect defect : ofValue(Samples.of(contract, field, good), field.type(), path)) {
        defects.add(defect.inside(value -> with(good, name, value)));
      }
    }
    defects.add(
        new Defect(
            "unknown parameter",
            with(good, UNKNOWN, JSON.numberNode(1)),
            "UnknownParameter",
            prefix + UNKNOWN));
    return defects;
  }

  private List<Defect> ofValue(JsonNode sample, WireType type, String path) {
    List<Defect> defects = new ArrayList<>();
    VALUES.forEach(
        (what, value) -> {
          if (!accepted(type).contains(what)) {
            defects.add(new Defect(path + " is " + what, value, "InvalidParameter", path));
          }
        });
    switch (type) {
      case Scalar scalar -> defects.addAll(ofNumber(scalar, path));
      case ListOf list ->
          ofValue(sample.get(0), list.element(), path + ".0").stream()
              .map(defect -> defect.inside(item -> JSON.arrayNode().add(item)))
              .forEach(defects::add);
      case Structure structure ->
          defects.addAll(
              ofStructure((ObjectNode) sample, contract.fields(structure.name()), path + "."));
    }
    return defects;
  }

  private static List<Defect> ofNumber(Scalar scalar, String path) {
    List<Defect> defects = new ArrayList<>();
    if (scalar.isInteger()) {
      JsonNode large = JSON.numberNode(BigInteger.ONE.shiftLeft(Long.SIZE - 1));
      defects.add(new Defect(path + " is 2^63", large, "InvalidParameter", path));
    }
    if (scalar == Scalar.UINT64) {
      defects.add(new Defect(path + " is negative", JSON.numberNode(-1), "InvalidParameter", path));
      defects.add(
          new Defect(path + " is negative text", JSON.stringNode("-1"), "InvalidParameter", path));
    }
    return defects;
  }

  private static List<String> accepted(WireType type) {
    return switch (type) {
      case Scalar scalar ->
          switch (scalar) {
            case STRING -> List.of("text");
            case INT64, UINT64 -> List.of("a whole number");
            case FLOAT -> List.of("a whole number", "a fraction");
            case BOOL -> List.of("true");
            case FILE -> List.of();
          };
      case ListOf _ -> List.of("a list");
      case Structure _ -> List.of("a structure");
    };
  }

  private static ObjectNode with(ObjectNode node, String name, JsonNode value) {
    ObjectNode copy = node.deepCopy();
    copy.set(name, value);
    return copy;
  }

  private static Map<String, JsonNode> values() {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    values.put("text", JSON.stringNode("many"));
    values.put("a whole number", JSON.numberNode(7));
    values.put("a fraction", JSON.numberNode(1.5));
    values.put("true", JSON.booleanNode(true));
    values.put("a list", JSON.arrayNode());
    values.put("a structure", JSON.objectNode());
    return values;
  }
}
