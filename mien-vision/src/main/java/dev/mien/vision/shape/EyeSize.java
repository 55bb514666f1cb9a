package dev.mien.vision.shape;

/** How large the eyes are, in the order of the published API's codes. */
public enum EyeSize {
  SMALL,
  GENERAL,
  BIG
}
