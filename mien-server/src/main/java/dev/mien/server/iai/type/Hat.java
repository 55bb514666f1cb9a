package dev.mien.server.iai.type;

import dev.mien.vision.attribute.FaceAttributes;

/**
 * A hat: style 0 none, 1 general, 2 helmet, 3 guard; colour 0 none, 1 red, 2 yellow, 3 blue, 4
 * black, 5 grey, 6 mixed.
 */
public record Hat(AttributeItem style, AttributeItem color) {
  /** Stands where hats were not asked for. */
  public static final Hat NONE = new Hat(AttributeItem.NONE, AttributeItem.NONE);

  /** What was read. */
  public static Hat of(FaceAttributes.Hat hat) {
    return new Hat(AttributeItem.of(hat.style()), AttributeItem.of(hat.colour()));
  }
}
