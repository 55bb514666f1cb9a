package dev.mien.vision.attribute;

/**
 * How a training view of a face differs from the one that is analysed.
 *
 * @param right shift of the crop, as a share of the face's size
 * @param up shift of the crop, as a share of the face's size
 * @param scale of the crop, 1 for none
 * @param turnRadians of the crop
 * @param gain on the samples, 1 for none
 * @param mirrored left and right swapped
 */
public record Variation(
    double right, double up, double scale, double turnRadians, double gain, boolean mirrored) {

  /** The view that is analysed. */
  public static final Variation NONE = new Variation(0, 0, 1, 0, 1, false);

  /** Refuses a scale or gain that is not greater than 0. */
  public Variation {
    if (!(scale > 0) || !(gain > 0)) {
      throw new IllegalArgumentException("scale " + scale + ", gain " + gain);
    }
  }
}
