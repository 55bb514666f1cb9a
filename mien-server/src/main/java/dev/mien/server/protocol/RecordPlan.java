package dev.mien.server.protocol;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.mien.server.protocol.RequestTree.Notation;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a record class is made of a tree: found out by reflection once for each class, then kept.
 *
 * @param <T> the record class; it must not contain itself
 */
final class RecordPlan<T extends Record> {
  private static final ClassValue<RecordPlan<?>> PLANS =
      new ClassValue<>() {
        @Override
        protected RecordPlan<?> computeValue(Class<?> type) {
          return new RecordPlan<>(type.asSubclass(Record.class));
        }
      };

  private final Constructor<T> constructor;
  private final List<Parameter> parameters;
  private final Set<String> names;

  private record Parameter(String name, Shape shape, boolean required) {}

  private RecordPlan(Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    this.parameters = Arrays.stream(components).map(RecordPlan::parameter).toList();
    this.names = parameters.stream().map(Parameter::name).collect(toUnmodifiableSet());
    this.constructor = canonicalConstructor(type, components);
  }

  /** The plan of a record class. */
  @SuppressWarnings("unchecked") // PLANS holds the plan of T under the class of T.
  static <T extends Record> RecordPlan<T> of(Class<T> type) {
    return (RecordPlan<T>) PLANS.get(type);
  }

  /** A record of the top-level parameters. */
  T bind(ObjectNode root, Notation notation) throws ApiException {
    return bind(root, notation, "");
  }

  /** A record of the parameters below a path, which is empty or ends in a dot. */
  T bind(ObjectNode node, Notation notation, String prefix) throws ApiException {
    for (String name : node.propertyNames()) {
      if (!names.contains(name)) {
        throw new ApiException(CommonError.UNKNOWN_PARAMETER, Quoted.name(prefix + name));
      }
    }
    @Nullable Object[] arguments = new @Nullable Object[parameters.size()];
    for (int i = 0; i < arguments.length; i++) {
      Parameter parameter = parameters.get(i);
      arguments[i] =
          value(parameter, node.get(parameter.name()), notation, prefix + parameter.name());
    }
    return make(arguments);
  }

  private static @Nullable Object value(
      Parameter parameter, @Nullable JsonNode node, Notation notation, String path)
      throws ApiException {
    if (node != null && !isAbsent(node, parameter.shape(), notation)) {
      return parameter.shape().read(node, notation, path);
    }
    if (parameter.required()) {
      throw new ApiException(CommonError.MISSING_PARAMETER, path);
    }
    return null;
  }

  private static boolean isAbsent(JsonNode node, Shape shape, Notation notation) {
    if (node.isNull()) {
      return true;
    }
    return notation == Notation.TEXT
        && !(shape instanceof Shape.Text)
        && node.isString()
        && node.stringValue().isEmpty();
  }

  private T make(@Nullable Object[] arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + constructor.getDeclaringClass(), e);
    }
  }

  private static Parameter parameter(RecordComponent component) {
    String name = component.getName();
    String wireName = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return new Parameter(wireName, Shape.of(component.getAnnotatedType()), !optional);
  }

  private static <T extends Record> Constructor<T> canonicalConstructor(
      Class<T> type, RecordComponent[] components) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException("Not a record class: " + type, e);
    }
  }
}
