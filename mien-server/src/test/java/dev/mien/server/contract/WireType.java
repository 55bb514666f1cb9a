package dev.mien.server.contract;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A type as the contract names it: {@code uint64}, {@code list<string>}, {@code FaceRect}. */
sealed interface WireType {

  /** Types without parts. */
  enum Scalar implements WireType {
    STRING,
    INT64,
    UINT64,
    FLOAT,
    BOOL,
    /** A file in multipart content; no response has one. */
    FILE;

    /** Whether a response's value is of exactly this type. */
    boolean describes(JsonNode node) {
      return switch (this) {
        case STRING -> node.isString();
        case INT64 -> node.isIntegralNumber() && node.canConvertToLong();
        case UINT64 -> node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0;
        case FLOAT -> node.isNumber();
        case BOOL -> node.isBoolean();
        case FILE -> false;
      };
    }

    boolean isInteger() {
      return this == INT64 || this == UINT64;
    }

    @Override
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A list. */
  record ListOf(WireType element) implements WireType {
    @Override
    public String text() {
      return "list<" + element.text() + ">";
    }
  }

  /** A data type of the contract. */
  record Structure(String name) implements WireType {
    @Override
    public String text() {
      return name;
    }
  }

  /** As the contract writes it. */
  String text();

  /** The data type that this is or is a list of. */
  default Optional<String> structure() {
    return switch (this) {
      case Scalar _ -> Optional.empty();
      case ListOf list -> list.element().structure();
      case Structure structure -> Optional.of(structure.name());
    };
  }

  /** Reads what {@link #text} writes. */
  static WireType of(String text) {
    if (text.startsWith("list<") && text.endsWith(">")) {
      return new ListOf(of(text.substring("list<".length(), text.length() - 1)));
    }
    for (Scalar scalar : Scalar.values()) {
      if (scalar.text().equals(text)) {
        return scalar;
      }
    }
    if (!Character.isUpperCase(text.charAt(0))) {
      throw new IllegalArgumentException("not a wire type: " + text);
    }
    return new Structure(text);
  }
}
