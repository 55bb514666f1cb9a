package dev.mien.models.onnx;

/** How a sliding window treats the border of one axis pair. The arithmetic is TensorFlow's. */
public sealed interface Padding {
  Padding SAME = new Same();
  Padding VALID = new Valid();

  /** As many positions as the input has strides; an odd rest goes to the bottom and the right. */
  record Same() implements Padding {}

  /** Only windows that lie inside the input. */
  record Valid() implements Padding {}

  /**
   * Given amounts, in elements.
   *
   * @param top zero or more
   * @param left zero or more
   * @param bottom zero or more
   * @param right zero or more
   */
  record Explicit(int top, int left, int bottom, int right) implements Padding {
    public Explicit {
      if (top < 0 || left < 0 || bottom < 0 || right < 0) {
        throw new IllegalArgumentException("negative padding");
      }
    }
  }
}
