package dev.mien.vision.shape;

/** What the outline of a face is like, in the order of the published API's codes. */
public enum OutlineKind {
  SQUARE,
  TRIANGULAR,
  OVAL,
  HEART,
  ROUND
}
