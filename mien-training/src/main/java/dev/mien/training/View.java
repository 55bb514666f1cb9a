package dev.mien.training;

import dev.mien.vision.attribute.FeatureBlock;

/**
 * One view of a labelled face with its features.
 *
 * @param set the labelled set
 * @param path of the picture within the set; all views of a picture stay in one fold
 * @param varied whether this is a varied view, which is only trained on
 * @param features block after block, all of them
 */
@SuppressWarnings("ArrayRecordComponent") // numbers that are passed on, never compared
record View(String set, String path, boolean varied, float[] features) {

  /** The features of some blocks, one after the other. */
  float[] of(Iterable<FeatureBlock> blocks, int length) {
    float[] chosen = new float[length];
    int at = 0;
    for (FeatureBlock block : blocks) {
      System.arraycopy(features, start(block), chosen, at, block.length());
      at += block.length();
    }
    return chosen;
  }

  /** How many features all blocks have. */
  static int length() {
    int length = 0;
    for (FeatureBlock block : FeatureBlock.values()) {
      length += block.length();
    }
    return length;
  }

  private static int start(FeatureBlock wanted) {
    int start = 0;
    for (FeatureBlock block : FeatureBlock.values()) {
      if (block == wanted) {
        break;
      }
      start += block.length();
    }
    return start;
  }
}
