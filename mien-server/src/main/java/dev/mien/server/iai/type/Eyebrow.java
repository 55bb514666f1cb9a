package dev.mien.server.iai.type;

/** Eyebrows: density 0 light, 1 thick; curve 0 flat, 1 curved; length 0 short, 1 long. */
public record Eyebrow(
    AttributeItem eyebrowDensity, AttributeItem eyebrowCurve, AttributeItem eyebrowLength) {
  /** Stands where eyebrows were not asked for. */
  public static final Eyebrow NONE =
      new Eyebrow(AttributeItem.NONE, AttributeItem.NONE, AttributeItem.NONE);
}
