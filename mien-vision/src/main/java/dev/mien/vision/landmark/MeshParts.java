package dev.mien.vision.landmark;

/**
 * Lines on the 468-point mesh, by the canonical topology of MediaPipe's Face Mesh. "Left" and
 * "right" are those of the upright face in the image; each line of the right is the mirror image of
 * the same line of the left.
 */
final class MeshParts {

  /** The lower lid's edge, outer to inner corner. */
  static final int[] LEFT_EYE_LOWER = {33, 7, 163, 144, 145, 153, 154, 155, 133};

  static final int[] RIGHT_EYE_LOWER = {263, 249, 390, 373, 374, 380, 381, 382, 362};

  /** The upper lid's edge, outer to inner corner. */
  static final int[] LEFT_EYE_UPPER = {33, 246, 161, 160, 159, 158, 157, 173, 133};

  static final int[] RIGHT_EYE_UPPER = {263, 466, 388, 387, 386, 385, 384, 398, 362};

  /** The eyebrow's lower edge, outer to inner end. */
  static final int[] LEFT_BROW_LOWER = {46, 53, 52, 65, 55};

  static final int[] RIGHT_BROW_LOWER = {276, 283, 282, 295, 285};

  /** The eyebrow's upper edge, outer to inner end. */
  static final int[] LEFT_BROW_UPPER = {70, 63, 105, 66, 107};

  static final int[] RIGHT_BROW_UPPER = {300, 293, 334, 296, 336};

  /** The edge of the mesh over the forehead, left temple to right temple. */
  static final int[] FOREHEAD = {
    127, 162, 21, 54, 103, 67, 109, 10, 338, 297, 332, 284, 251, 389, 356
  };

  /** The middle of the face, forehead to chin. */
  static final int[] CENTRAL_AXIS = {
    10, 151, 9, 8, 168, 6, 197, 195, 5, 4, 1, 19, 94, 2, 164, 0, 11, 12, 13, 14, 15, 16, 17, 18,
    200, 199, 175, 152
  };

  /** Down the flank of the nose, from beside the bridge to above the wing. */
  static final int[] LEFT_NOSE_FLANK = {196, 236, 209};

  static final int[] RIGHT_NOSE_FLANK = {419, 456, 429};

  /** The outermost point of the nose's wing. */
  static final int LEFT_NOSE_WING = 102;

  static final int RIGHT_NOSE_WING = 331;

  /** The edge of the nose, from beside the bridge around the wing. */
  static final int[] LEFT_NOSE_OUTLINE = {193, 188, 217, 126, 129, 64, 98, 97};

  static final int[] RIGHT_NOSE_OUTLINE = {417, 412, 437, 355, 358, 294, 327, 326};

  static final int UNDER_NOSE = 2;

  /** The furrow under the eye, inner to outer end. */
  static final int[] LEFT_EYE_BAG = {244, 233, 232, 231, 230, 229, 228, 31, 226};

  static final int[] RIGHT_EYE_BAG = {464, 453, 452, 451, 450, 449, 448, 261, 446};

  /** The lips' outer edge, left corner to right corner. */
  static final int[] LOWER_LIP_OUTER = {61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291};

  static final int[] UPPER_LIP_OUTER = {61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291};

  /** The lips' inner edge, left corner to right corner. */
  static final int[] LOWER_LIP_INNER = {78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308};

  static final int[] UPPER_LIP_INNER = {78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308};

  private MeshParts() {}
}
