package dev.mien.server.iai.type;

import dev.mien.vision.attribute.FaceAttributes;

/**
 * Hair: length 0 bald, 1 short, 2 medium, 3 long, 4 tied; bang 0 no, 1 yes; colour 0 black, 1 gold,
 * 2 brown, 3 grey.
 */
public record Hair(AttributeItem length, AttributeItem bang, AttributeItem color) {
  /** Stands where hair was not asked for. */
  public static final Hair NONE =
      new Hair(AttributeItem.NONE, AttributeItem.NONE, AttributeItem.NONE);

  /** What was read. */
  public static Hair of(FaceAttributes.Hair hair) {
    return new Hair(
        AttributeItem.of(hair.length()),
        AttributeItem.of(hair.bang()),
        AttributeItem.of(hair.colour()));
  }
}
