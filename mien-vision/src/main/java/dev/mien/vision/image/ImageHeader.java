package dev.mien.vision.image;

/**
 * What must be known of a picture before its pixels are decoded.
 *
 * @param width of the picture as stored
 * @param height of the picture as stored
 * @param orientation how to turn it for display
 * @param scans passes over the picture that decoding takes
 * @param common whether this is a JPEG that all decoders understand alike: Huffman codes, by tables
 *     of its own, of 8-bit samples, in JFIF or EXIF, one component or those numbered as JFIF has
 *     them, and no Adobe marker that may say otherwise
 */
record ImageHeader(long width, long height, Orientation orientation, int scans, boolean common) {

  long longSide() {
    return Math.max(width, height);
  }

  long shortSide() {
    return Math.min(width, height);
  }
}
