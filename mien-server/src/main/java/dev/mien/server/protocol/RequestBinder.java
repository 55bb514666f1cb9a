package dev.mien.server.protocol;

/**
 * Makes request records of request trees, strictly.
 *
 * <p>A parameter's name is that of the record component with its first letter in upper case. Types
 * are {@code String}, {@code Long} (with {@link Unsigned} if negative values are to be refused),
 * {@code Double}, {@code Boolean}, {@code List} of any of these, and further records. A component
 * whose type is {@code @Nullable} is optional; all others are required. JSON null counts as
 * absence.
 *
 * <p>Unknown parameters, missing ones and values of another type are refused with the full path of
 * the parameter. A whole number may also be written as text; in a form, where everything is text,
 * numbers and booleans are read from it and an empty value of anything but a string is absence.
 *
 * <p>Thread-safe; what must be known of a record class is found out once.
 */
public final class RequestBinder {
  private RequestBinder() {}

  /**
   * Makes a request record.
   *
   * @throws ApiException {@code MissingParameter}, {@code UnknownParameter} or {@code
   *     InvalidParameter} with the parameter's path
   */
  public static <Q extends Record> Q bind(Class<Q> type, RequestTree tree) throws ApiException {
    return RecordPlan.of(type).bind(tree.root(), tree.notation());
  }

  /**
   * Checks that requests can be bound to a record class.
   *
   * @throws IllegalArgumentException if the class has a component of a type that cannot be bound
   */
  public static void check(Class<? extends Record> type) {
    RecordPlan.of(type);
  }
}
