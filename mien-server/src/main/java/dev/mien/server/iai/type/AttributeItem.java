package dev.mien.server.iai.type;

import dev.mien.vision.attribute.Probable;

/** A class of an attribute, and the probability that it is right, 0 to 1. */
public record AttributeItem(long type, double probability) {
  /** Stands where an attribute was not asked for. */
  public static final AttributeItem NONE = new AttributeItem(0, 0);

  private static final double DIGITS = 1e4;

  /** A class by its place among its kind, which is the wire's number. */
  public static AttributeItem of(Probable<?> probable) {
    return of(place(probable.value()), probable.probability());
  }

  /** A class by its number; the probability is given with four digits. */
  public static AttributeItem of(int type, double probability) {
    return new AttributeItem(type, Math.round(probability * DIGITS) / DIGITS);
  }

  /** The kinds are declared in the order of the wire's numbers, and say so. */
  @SuppressWarnings("EnumOrdinal")
  private static int place(Enum<?> kind) {
    return kind.ordinal();
  }
}
