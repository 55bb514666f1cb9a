package dev.mien.vision.shape;

/** Whether the upper lid has a fold, in the order of the published API's codes. */
public enum EyelidKind {
  SINGLE,
  DOUBLE
}
