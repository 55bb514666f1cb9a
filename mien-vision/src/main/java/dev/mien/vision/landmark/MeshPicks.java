package dev.mien.vision.landmark;

/** Which points of the 468-point mesh stand for the points of smaller schemes. */
final class MeshPicks {

  /**
   * The 68 iBUG points: jaw, brows, nose, eyes, outer lips, inner lips. Of the mesh points nearby
   * those were taken that lie nearest to the points set by hand on 43 faces; the mean distance is
   * 0.055 of the distance of the outer eye corners.
   */
  private static final int[] IBUG_68 = {
    127, 234, 177, 58, 172, 136, 149, 148, 152, 377, 378, 365, 397, 288, 401, 454, 356, //
    70, 63, 105, 66, 107, 336, 296, 334, 293, 300, //
    168, 197, 5, 4, 75, 97, 2, 326, 305, //
    33, 160, 158, 133, 153, 144, 362, 385, 387, 263, 373, 380, //
    61, 39, 37, 0, 267, 269, 291, 405, 314, 17, 84, 181, //
    78, 82, 13, 312, 308, 317, 14, 87
  };

  /** The lids of the eye at the left of an upright face: corners, then upper and lower lid. */
  static final int[] LEFT_EYE = {33, 133, 160, 158, 144, 153};

  static final int[] RIGHT_EYE = {263, 362, 387, 385, 373, 380};

  /** Hand-set nose tips lie between these two. */
  static final int[] NOSE_TIP = {1, 4};

  static final int LEFT_MOUTH_CORNER = 61;
  static final int RIGHT_MOUTH_CORNER = 291;

  private MeshPicks() {}

  static int ibug68(int index) {
    return IBUG_68[index];
  }

  static int ibug68Count() {
    return IBUG_68.length;
  }
}
