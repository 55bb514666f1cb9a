package dev.mien.vision.shape;

/** Whether an eye is open, in the order of the published API's codes. */
public enum EyeState {
  OPEN,
  CLOSED
}
