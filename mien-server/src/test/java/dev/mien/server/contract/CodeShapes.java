package dev.mien.server.contract;

import dev.mien.server.protocol.Action;
import dev.mien.server.protocol.ActionRegistry;
import dev.mien.server.protocol.ErrorCode;
import dev.mien.server.protocol.Unsigned;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the code promises: its records, read the way the binder and the writer read them. */
final class CodeShapes {
  private CodeShapes() {}

  /**
   * A component as it stands on the wire.
   *
   * @param type wire types that it may have: an integer of a response may be either one; as a
   *     parameter it has the first
   */
  record Shape(String name, List<String> type, boolean optional) {}

  /** The served actions of an API, by name. */
  static List<Action<?, ?>> actions(String service) {
    return ActionRegistry.load().actions().stream()
        .filter(action -> action.api().service().equals(service))
        .sorted(Comparator.comparing(Action::name))
        .toList();
  }

  /** The error catalogue of an API: the enum {@code SERVICE.ServiceError} beside its actions. */
  static List<ErrorCode> errors(String service) {
    String name =
        "dev.mien.server.%s.%s%sError"
            .formatted(
                service, service.substring(0, 1).toUpperCase(Locale.ROOT), service.substring(1));
    try {
      return Arrays.stream(Class.forName(name).getEnumConstants())
          .map(ErrorCode.class::cast)
          .toList();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("Where is the error catalogue of " + service + "?", e);
    }
  }

  /** The class of an action's response record, by the type of what it returns. */
  static Class<?> responseType(Action<?, ?> action) {
    return Stream.of(action.getClass().getGenericInterfaces())
        .filter(ParameterizedType.class::isInstance)
        .map(type -> (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[1])
        .filter(Class::isRecord)
        .findFirst()
        .orElseThrow();
  }

  static List<Shape> shapes(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(CodeShapes::shape).toList();
  }

  /** All records that a record contains, by name, itself excluded. */
  static Map<String, Class<?>> contained(Class<?> type) {
    Map<String, Class<?>> found = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Type element = component.getGenericType();
      while (element instanceof ParameterizedType list) {
        element = list.getActualTypeArguments()[0];
      }
      if (element instanceof Class<?> part && part.isRecord()) {
        found.put(part.getSimpleName(), part);
        found.putAll(contained(part));
      }
    }
    return found;
  }

  private static Shape shape(RecordComponent component) {
    String name = component.getName();
    return new Shape(
        name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
        wireTypes(component.getAnnotatedType()),
        component.getAnnotatedType().isAnnotationPresent(Nullable.class));
  }

  private static List<String> wireTypes(AnnotatedType annotated) {
    if (annotated instanceof AnnotatedParameterizedType list) {
      return wireTypes(list.getAnnotatedActualTypeArguments()[0]).stream()
          .map(element -> "list<" + element + ">")
          .toList();
    }
    Class<?> type = (Class<?>) annotated.getType();
    if (type.isRecord()) {
      return List.of(type.getSimpleName());
    }
    return switch (type.getSimpleName()) {
      case "String" -> List.of("string");
      case "long" -> List.of("int64", "uint64");
      case "Long" ->
          annotated.isAnnotationPresent(Unsigned.class)
              ? List.of("uint64")
              : List.of("int64", "uint64");
      case "double", "Double" -> List.of("float");
      case "boolean", "Boolean" -> List.of("bool");
      default -> throw new IllegalArgumentException("no wire type for " + type);
    };
  }
}
