package dev.mien.vision.model;

import ai.onnxruntime.OrtEnvironment;

/** The one ONNX Runtime environment of the process, started with care. Thread-safe. */
final class OnnxEnvironment {
  /**
   * Stack of the thread that starts the environment. ONNX Runtime 1.29 matches the command line of
   * the process against a regular expression when it starts, by recursion on each character: a
   * class path of some 6,000 characters overflows Java's default stack of 1 MB, and the process
   * dies without a word. A command line has at most 2 MB on Linux, which is rare; 256 MB hold one
   * of 1 MB, and only the pages that are touched are taken.
   */
  private static final long STACK_BYTES = 256L << 20;

  private static final OrtEnvironment ENVIRONMENT = start();

  private OnnxEnvironment() {}

  static OrtEnvironment get() {
    return ENVIRONMENT;
  }

  private static OrtEnvironment start() {
    Thread starter =
        new Thread(null, OrtEnvironment::getEnvironment, "onnx-environment", STACK_BYTES);
    starter.start();
    boolean interrupted = false;
    while (starter.isAlive()) {
      try {
        starter.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return OrtEnvironment.getEnvironment();
  }
}
