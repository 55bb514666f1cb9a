package dev.mien.vision.model;

import java.nio.FloatBuffer;

/**
 * Sees what the nets of a pack are given, for programs that need such inputs as they occur.
 * Thread-safe, since nets run concurrently.
 */
@FunctionalInterface
public interface InputWatcher {

  /** Sees nothing. */
  InputWatcher NONE = (_, _) -> {};

  /**
   * Is told of an input before the net runs on it.
   *
   * @param file the net's, as the manifest names it
   * @param values one item, row-major; to be read from 0 to its capacity and not to be kept
   */
  void given(String file, FloatBuffer values);
}
