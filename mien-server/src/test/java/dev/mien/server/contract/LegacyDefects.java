package dev.mien.server.contract;

import dev.mien.server.contract.WireType.ListOf;
import dev.mien.server.contract.WireType.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of a good request of the legacy API all requests that have one defect which shows without
 * knowing what is stored: a missing or empty parameter, no picture, a wrong type.
 */
final class LegacyDefects {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String PARAMETER_EMPTY = "-1301";
  private static final String PICTURE_EMPTY = "-1300";
  private static final String INVALID_PARAMETER = "21";

  private LegacyDefects() {}

  /**
   * A request with a defect.
   *
   * @param what the defect
   * @param code what must be answered
   * @param parameter what the message must name
   */
  record Defect(String what, ObjectNode request, String code, String parameter) {}

  /** All defects of a request of these parameters. */
  static List<Defect> of(ObjectNode good, List<Field> fields) {
    List<Defect> defects = new ArrayList<>();
    for (Field field : fields) {
      if (field.required()) {
        defects.add(defect(good, field, "is missing", JSON.nullNode(), PARAMETER_EMPTY));
        JsonNode empty = isList(field) ? JSON.arrayNode() : JSON.stringNode("");
        defects.add(defect(good, field, "is empty", empty, PARAMETER_EMPTY));
      }
      if (isFile(field)) {
        ObjectNode without = good.deepCopy();
        without.remove(urlOf(field));
        defects.add(defect(without, field, "is missing", JSON.nullNode(), PICTURE_EMPTY));
        wrong(field)
            .forEach(
                (what, value) ->
                    defects.add(defect(without, field, what, value, INVALID_PARAMETER)));
      } else {
        wrong(field)
            .forEach(
                (what, value) -> defects.add(defect(good, field, what, value, INVALID_PARAMETER)));
      }
    }
    return defects;
  }

  private static Defect defect(
      ObjectNode good, Field field, String what, JsonNode value, String code) {
    ObjectNode request = good.deepCopy();
    request.set(field.name(), value);
    return new Defect(field.name() + " " + what, request, code, field.name());
  }

  /** Values that a parameter cannot have. */
  private static Map<String, JsonNode> wrong(Field field) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    values.put("is true", JSON.booleanNode(true));
    values.put("is a fraction", JSON.numberNode(1.5));
    values.put("is a structure", JSON.objectNode());
    if (isList(field)) {
      values.put("is a number", JSON.numberNode(7));
      values.put("has a number", JSON.arrayNode().add(7));
      values.put("has a list", JSON.arrayNode().add(JSON.arrayNode()));
    } else {
      values.put("is a list", JSON.arrayNode().add("x"));
    }
    if (field.type() == Scalar.STRING) {
      values.put("is a number", JSON.numberNode(7));
    }
    if (isFile(field) && isList(field)) {
      values.put("has a text", JSON.arrayNode().add("aGVsbG8="));
    } else if (field.type() != Scalar.STRING) {
      values.put("is a text", JSON.stringNode("aGVsbG8="));
    }
    return values;
  }

  static boolean isList(Field field) {
    return field.type() instanceof ListOf;
  }

  static boolean isFile(Field field) {
    return field.type().text().contains(Scalar.FILE.text());
  }

  /** The parameter that says where the same picture can be downloaded. */
  static String urlOf(Field file) {
    return file.name().replace("image", "url");
  }
}
