package dev.mien.vision.shape;

/** How an eyebrow runs, in the order of the published API's codes. */
public enum BrowCurve {
  FLAT,
  CURVED
}
