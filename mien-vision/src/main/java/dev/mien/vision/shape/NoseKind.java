package dev.mien.vision.shape;

/** What a nose is like, in the order of the published API's codes. */
public enum NoseKind {
  UPTURNED,
  AQUILINE,
  GENERAL,
  BULBOUS
}
