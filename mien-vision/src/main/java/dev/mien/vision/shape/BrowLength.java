package dev.mien.vision.shape;

/** How long an eyebrow is, in the order of the published API's codes. */
public enum BrowLength {
  SHORT,
  LONG
}
