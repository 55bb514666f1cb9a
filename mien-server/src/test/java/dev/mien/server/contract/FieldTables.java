package dev.mien.server.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Parameters and response fields as table rows. */
final class FieldTables {
  private FieldTables() {}

  /**
   * Parameters.
   *
   * @param typesPage the page of data types, as seen from the page of the table
   */
  static void parameters(Markdown page, List<Field> fields, String typesPage) {
    page.table(
        List.of("name", "type", "required", "default", "allowed", "description"),
        fields.stream()
            .map(
                field ->
                    List.of(
                        code(field.name()),
                        type(field.type(), typesPage),
                        field.required() ? "yes" : "no",
                        field.defaultValue() == null ? "" : code(field.defaultValue().toString()),
                        allowed(field),
                        description(field)))
            .toList());
  }

  /** Fields of a response. */
  static void fields(Markdown page, List<Field> fields, String typesPage) {
    page.table(
        List.of("name", "type", "description"),
        fields.stream()
            .map(
                field ->
                    List.of(
                        code(field.name()),
                        type(field.type(), typesPage) + (field.nullable() ? " or null" : ""),
                        field.description()))
            .toList());
  }

  private static String description(Field field) {
    return field.versions().isEmpty()
        ? field.description()
        : field.description() + " Only in version " + String.join(", ", field.versions()) + ".";
  }

  private static String type(WireType type, String typesPage) {
    return switch (type) {
      case WireType.Scalar scalar ->
          switch (scalar) {
            case STRING -> "string";
            case INT64 -> "integer";
            case UINT64 -> "integer, not negative";
            case FLOAT -> "number";
            case BOOL -> "boolean";
            case FILE -> "file";
          };
      case WireType.ListOf list -> "list of " + type(list.element(), typesPage);
      case WireType.Structure(String name) ->
          "[%s](%s#%s)".formatted(name, typesPage, name.toLowerCase(Locale.ROOT));
    };
  }

  private static String allowed(Field field) {
    List<String> parts = new ArrayList<>();
    for (Limit limit : field.limits()) {
      if (!limit.values().isEmpty()) {
        parts.add(
            limit.values().stream().map(JsonNode::toString).collect(Collectors.joining(", ")));
        continue;
      }
      String unit =
          switch (limit.of()) {
            case VALUE -> "";
            case CHARACTERS -> isOne(limit) ? " character" : " characters";
            case ITEMS -> isOne(limit) ? " item" : " items";
            case ITEM_CHARACTERS -> " characters each";
          };
      parts.add(range(limit) + unit);
    }
    return String.join("; ", parts);
  }

  private static boolean isOne(Limit limit) {
    return limit.maximum() == null && limit.minimum() == 1;
  }

  private static String range(Limit limit) {
    if (limit.maximum() == null) {
      return "at least " + limit.minimum();
    }
    return limit.minimum() == null
        ? (limit.within().contains("OK") ? "up to " : "below ") + limit.maximum()
        : limit.minimum() + " to " + limit.maximum();
  }

  static String code(String text) {
    return "`" + text + "`";
  }
}
