package dev.mien.vision.attribute;

import dev.mien.vision.shape.MeasureFeatures;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A group of features that heads may look at, by the name that head files call it. */
public enum FeatureBlock {
  /** The last layer of age_gender before its outputs. */
  AGE_GENDER(512),
  /** The last layer of face_expression before its output. */
  EXPRESSION(256),
  /** The output of face_expression: logarithms of the probabilities of its seven classes. */
  EXPRESSIONS(7),
  /**
   * An inner layer of faceres on the face with a rim, averaged over a grid of 3 x 3: what is where,
   * before it is reduced to who and how old.
   */
  FACE_PARTS(9 * 512),
  /** The last layer of faceres before its outputs, on the face with a rim. */
  FACE(1024),
  /** The inner layer on the whole head. */
  HEAD_PARTS(9 * 512),
  /** The last layer on the whole head. */
  HEAD(1024),
  /** The ages that age_gender and faceres say, in years. */
  AGES(2),
  /** Ratios of distances of the mesh. */
  SHAPE(ShapeFeatures.COUNT),
  /** Mean colours (RGB, 0..1) of a grid of 8 x 8 over the whole head. */
  COLOURS(3 * 64),
  /** Measures of brows, lids, skin, nose and form. */
  MEASURES(MeasureFeatures.COUNT),
  /** The luminance from brow to lower lid, the mean of both eyes. */
  EYE_REGION(EyeRegion.COUNT),
  /** Which colours lie above the brows, background and forehead apart. */
  HAT_COLOURS(ColourShares.COUNT);

  private final int length;

  FeatureBlock(int length) {
    this.length = length;
  }

  /** Numbers in the block. */
  public int length() {
    return length;
  }

  /** The name in head files. */
  public String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The block with a name of head files. */
  public static Optional<FeatureBlock> of(String fileName) {
    return Arrays.stream(values()).filter(block -> block.fileName().equals(fileName)).findFirst();
  }
}
