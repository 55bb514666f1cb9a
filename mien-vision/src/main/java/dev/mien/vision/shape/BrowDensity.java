package dev.mien.vision.shape;

/** How thick an eyebrow's hair is, in the order of the published API's codes. */
public enum BrowDensity {
  LIGHT,
  THICK
}
