package dev.mien.vision.liveness;

/** What is before a camera. */
enum Shown {
  /** The face itself. */
  LIVE,
  /** A screen that shows it. */
  SCREEN,
  /** A print of it. */
  PRINT
}
