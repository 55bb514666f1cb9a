package dev.mien.server.legacy;

import dev.mien.server.protocol.ApiException;

/** The parameter mode: whether all faces of a picture are told of, or the largest alone. */
final class FaceChoice {
  private static final String MODE = "mode";
  private static final long ALL = 0;
  private static final long LARGEST = 1;

  /** As in IAI's DetectFace. */
  private static final int FACES_MAX = 120;

  private FaceChoice() {}

  /** How many faces are wanted at most. */
  static int max(Parameters parameters) throws ApiException {
    long mode = parameters.number(MODE).orElse(ALL);
    if (mode == ALL) {
      return FACES_MAX;
    }
    if (mode == LARGEST) {
      return 1;
    }
    throw Parameters.wrong(MODE, "it is 0 (all faces) or 1 (the largest)");
  }
}
