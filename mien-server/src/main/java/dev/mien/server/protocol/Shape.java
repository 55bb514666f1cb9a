package dev.mien.server.protocol;

import dev.mien.server.protocol.RequestTree.Notation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a parameter may look like, and how its value is read. */
sealed interface Shape {

  /**
   * The value of a node that is there.
   *
   * @throws ApiException {@code InvalidParameter} with the path if the node has another shape
   */
  Object read(JsonNode node, Notation notation, String path) throws ApiException;

  /**
   * The shape of a record component's type.
   *
   * @throws IllegalArgumentException if parameters of this type cannot be bound
   */
  static Shape of(AnnotatedType annotated) {
    boolean unsigned = annotated.isAnnotationPresent(Unsigned.class);
    if (annotated instanceof AnnotatedParameterizedType list
        && list.getType().getTypeName().startsWith(List.class.getName() + "<")) {
      return new Sequence(of(list.getAnnotatedActualTypeArguments()[0]));
    }
    return switch (annotated.getType()) {
      case Class<?> type when type == String.class -> new Text();
      case Class<?> type when type == Long.class -> new Whole(unsigned);
      case Class<?> type when type == Double.class -> new Real();
      case Class<?> type when type == Boolean.class -> new Flag();
      case Class<?> type when type.isRecord() ->
          new Structure(RecordPlan.of(type.asSubclass(Record.class)));
      default ->
          throw new IllegalArgumentException("A parameter cannot be a " + annotated.getType());
    };
  }

  private static ApiException wrong(String path, String expected) {
    return new ApiException(CommonError.INVALID_PARAMETER, path, expected);
  }

  /** A string of valid Unicode. */
  record Text() implements Shape {
    @Override
    public String read(JsonNode node, Notation notation, String path) throws ApiException {
      if (!node.isString()) {
        throw wrong(path, "expected a string");
      }
      String text = node.stringValue();
      for (int i = 0; i < text.length(); i++) {
        if (Character.isSurrogate(text.charAt(i))) {
          if (i + 1 == text.length()
              || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
            throw wrong(path, "half a surrogate pair is not a character");
          }
          i++;
        }
      }
      return text;
    }
  }

  /** A whole number of 64 bits; an unsigned one lies between 0 and 2^63 - 1. */
  record Whole(boolean unsigned) implements Shape {
    private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]{1,19}");
    private static final Pattern DIGITS_AND_ZEROES =
        Pattern.compile("[+-]?[0-9]{1,19}(\\.0{0,9})?");

    @Override
    public Long read(JsonNode node, Notation notation, String path) throws ApiException {
      long value = value(node, notation, path);
      if (unsigned && value < 0) {
        throw wrong(path, "expected a number that is not negative");
      }
      return value;
    }

    private static long value(JsonNode node, Notation notation, String path) throws ApiException {
      if (node.isIntegralNumber() && node.canConvertToLong()) {
        return node.longValue();
      }
      Pattern pattern =
          switch (notation) {
            case JSON -> DIGITS;
            case TEXT -> DIGITS_AND_ZEROES;
          };
      if (node.isString() && pattern.matcher(node.stringValue()).matches()) {
        BigDecimal number = new BigDecimal(node.stringValue());
        if (number.compareTo(BigDecimal.valueOf(number.longValue())) == 0) {
          return number.longValue();
        }
      }
      throw wrong(path, "expected a whole number of 64 bits");
    }
  }

  /** A finite floating-point number. */
  record Real() implements Shape {
    private static final Pattern DECIMAL =
        Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{0,40})?([eE][+-]?[0-9]{1,3})?");

    @Override
    public Double read(JsonNode node, Notation notation, String path) throws ApiException {
      double value = Double.NaN;
      if (node.isNumber()) {
        value = node.doubleValue();
      } else if (notation == Notation.TEXT
          && node.isString()
          && DECIMAL.matcher(node.stringValue()).matches()) {
        value = Double.parseDouble(node.stringValue());
      }
      if (!Double.isFinite(value)) {
        throw wrong(path, "expected a number");
      }
      return value;
    }
  }

  /** True or false. */
  record Flag() implements Shape {
    @Override
    public Boolean read(JsonNode node, Notation notation, String path) throws ApiException {
      if (node.isBoolean()) {
        return node.booleanValue();
      }
      if (notation == Notation.TEXT && node.isString()) {
        if (node.stringValue().equalsIgnoreCase("true")) {
          return true;
        }
        if (node.stringValue().equalsIgnoreCase("false")) {
          return false;
        }
      }
      throw wrong(path, "expected true or false");
    }
  }

  /** A list. */
  record Sequence(Shape element) implements Shape {
    @Override
    public List<Object> read(JsonNode node, Notation notation, String path) throws ApiException {
      if (!node.isArray()) {
        throw wrong(path, "expected a list");
      }
      List<Object> values = new ArrayList<>(node.size());
      for (int i = 0; i < node.size(); i++) {
        values.add(element.read(node.get(i), notation, path + "." + i));
      }
      return Collections.unmodifiableList(values);
    }
  }

  /** Parameters that belong together. */
  record Structure(RecordPlan<?> plan) implements Shape {
    @Override
    public Record read(JsonNode node, Notation notation, String path) throws ApiException {
      if (!(node instanceof ObjectNode object)) {
        throw wrong(path, "expected a structure");
      }
      return plan.bind(object, notation, path + ".");
    }
  }
}
