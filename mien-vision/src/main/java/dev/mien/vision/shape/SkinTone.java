package dev.mien.vision.shape;

/** The colour of the skin as the picture shows it, in the order of the published API's codes. */
public enum SkinTone {
  YELLOW,
  BROWN,
  BLACK,
  WHITE
}
