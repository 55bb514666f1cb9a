package dev.mien.vision.attribute;

import java.util.EnumMap;
import java.util.Map;

/** The features of one face. Immutable and thread-safe as long as nobody writes to its arrays. */
public final class FaceFeatures {

  private final Map<FeatureBlock, float[]> blocks;

  /**
   * Takes the arrays as they are: the caller must never write to them again.
   *
   * @throws IllegalArgumentException when a block is missing or has another length than it must
   */
  public FaceFeatures(Map<FeatureBlock, float[]> blocks) {
    this.blocks = new EnumMap<>(blocks);
    for (FeatureBlock block : FeatureBlock.values()) {
      float[] values = this.blocks.get(block);
      if (values == null || values.length != block.length()) {
        throw new IllegalArgumentException(
            block
                + " must have "
                + block.length()
                + " features, not "
                + (values == null ? 0 : values.length));
      }
    }
  }

  /** The numbers of a block; never to be written to. */
  public float[] block(FeatureBlock block) {
    return blocks.getOrDefault(block, new float[0]);
  }
}
