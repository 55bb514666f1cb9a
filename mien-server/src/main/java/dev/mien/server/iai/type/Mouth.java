package dev.mien.server.iai.type;

/** The mouth: 0 closed, 1 open. */
public record Mouth(AttributeItem mouthOpen) {
  /** Stands where the mouth was not asked for. */
  public static final Mouth NONE = new Mouth(AttributeItem.NONE);
}
