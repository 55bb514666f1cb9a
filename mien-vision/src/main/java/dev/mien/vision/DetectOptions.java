package dev.mien.vision;

/**
 * Which faces to look for.
 *
 * @param maxFaces how many to return at most, the largest first; 1..120
 * @param minFaceSize shortest side of a face box in pixels; smaller faces are dropped
 * @param rotated whether the picture may be turned by 90, 180 or 270 degrees; costs four searches
 * @param coarseness how much larger faces must be to be found as surely as with 1, which looks
 *     closest; with 1.3 two of a hundred of the smallest are missed, and some pictures are searched
 *     in half the time; 1..2
 */
public record DetectOptions(int maxFaces, int minFaceSize, boolean rotated, double coarseness) {

  /** Most faces that one search may return. */
  public static final int MAX_FACES = 120;

  /** The published API's default for the smallest face, in pixels. */
  public static final int DEFAULT_MIN_FACE_SIZE = 34;

  /**
   * Smallest face, in pixels, that recognition works on. Of faces 30 pixels high the nets tell 96 %
   * at a false match rate of 0.1 %, of 24 pixels 88 %, of 19 pixels 66 %.
   */
  public static final int RECOGNISABLE_FACE_SIZE = 20;

  /** The largest face of an upright picture. */
  public static final DetectOptions LARGEST = new DetectOptions(1, DEFAULT_MIN_FACE_SIZE, false);

  /** A search that looks closest. */
  public DetectOptions(int maxFaces, int minFaceSize, boolean rotated) {
    this(maxFaces, minFaceSize, rotated, 1);
  }

  public DetectOptions {
    if (maxFaces < 1 || maxFaces > MAX_FACES) {
      throw new IllegalArgumentException("maxFaces must be 1.." + MAX_FACES + ": " + maxFaces);
    }
    if (minFaceSize < 0) {
      throw new IllegalArgumentException("minFaceSize must not be negative: " + minFaceSize);
    }
    if (!(coarseness >= 1 && coarseness <= 2)) {
      throw new IllegalArgumentException("coarseness must be 1..2: " + coarseness);
    }
  }
}
