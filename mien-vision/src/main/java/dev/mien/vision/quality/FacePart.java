package dev.mien.vision.quality;

import java.util.Arrays;
import java.util.List;

/**
 * The parts of a face whose completeness is assessed, each with the points of the mesh that lie on
 * it; of paired parts, those of both sides.
 */
public enum FacePart {
  EYEBROW(
      80,
      0.34,
      new int[] {
        70, 63, 105, 66, 107, 46, 53, 52, 65, 55, 336, 296, 334, 293, 300, 276, 283, 282, 295, 285
      }),
  EYE(
      80,
      0.30,
      new int[] {33, 160, 159, 158, 133, 153, 145, 144, 362, 385, 386, 387, 263, 373, 374, 380}),
  NOSE(60, 0.21, new int[] {197, 195, 5, 4, 1, 2, 97, 326, 75, 305, 48, 278, 64, 294}),
  CHEEK(
      70,
      0.28,
      new int[] {
        50, 101, 205, 187, 207, 123, 147, 213, 192, 116, 280, 330, 425, 411, 427, 352, 376, 433,
        416, 345
      }),
  MOUTH(50, 0.40, new int[] {61, 39, 37, 0, 267, 269, 291, 405, 314, 17, 84, 181, 13, 14}),
  CHIN(70, 0.42, new int[] {152, 148, 377, 176, 400, 175, 199, 200, 18, 140, 369, 171, 396});

  private final int incompleteUpTo;
  private final double dividingShare;

  @SuppressWarnings("ImmutableEnumChecker") // List.copyOf
  private final List<Integer> points;

  FacePart(int incompleteUpTo, double dividingShare, int[] points) {
    this.incompleteUpTo = incompleteUpTo;
    this.dividingShare = dividingShare;
    this.points = List.copyOf(Arrays.stream(points).boxed().toList());
  }

  /** The published API's bound: a completeness of at most this, 0..100, means incomplete. */
  public int incompleteUpTo() {
    return incompleteUpTo;
  }

  /**
   * The estimated covered share, 0..1, from which the part counts as incomplete: about 99 in 100
   * faces of 694 photographs without masks or glasses that the training had not seen are estimated
   * lower.
   */
  double dividingShare() {
    return dividingShare;
  }

  /** How many points of the mesh lie on the part. */
  public int pointCount() {
    return points.size();
  }

  /** The index of a mesh point of the part, 0..{@link #pointCount()} - 1. */
  public int point(int index) {
    return points.get(index);
  }
}
