package dev.mien.vision.model;

import java.util.List;
import java.util.Optional;

/** How a unit vector is made from a face. */
public sealed interface EmbedderSpec {

  /** The embedder's id, kept with every vector. */
  String id();

  /** The table of false match rates; an embedder behind a model version must have one. */
  Optional<FileReference> calibration();

  /**
   * One net on one aligned crop.
   *
   * @param net with one output, "embedding"
   * @param alignment of the crop
   * @param mirrored whether the mean of the crop's and its mirror image's vectors is taken
   * @param centre a vector to subtract first, if any
   * @param metric how two of the net's vectors are compared
   */
  record OneNet(
      String id,
      NetSpec net,
      AlignmentSpec alignment,
      boolean mirrored,
      Optional<FileReference> centre,
      MetricSpec metric,
      Optional<FileReference> calibration)
      implements EmbedderSpec {}

  /**
   * The weighted unit vectors of other embedders, one after the other: the inner product of two of
   * these is the weighted mean of the parts' inner products.
   *
   * @param parts at least two
   */
  record Fusion(String id, List<Part> parts, Optional<FileReference> calibration)
      implements EmbedderSpec {
    public Fusion {
      parts = List.copyOf(parts);
      if (parts.size() < 2) {
        throw new IllegalArgumentException("a fusion needs two parts or more");
      }
    }
  }

  /**
   * The unit vectors of another embedder, of which none may resemble the centres of a cohort around
   * it more than their caps allow: strangers whom the nets see as nearly one are told apart by what
   * is peculiar to them.
   *
   * @param of whose vectors
   * @param cohort the centres, each the mean of many people, with their caps
   * @param sharpness how much the nearest centres outweigh the others; greater than 0
   */
  record Capped(
      String id,
      EmbedderSpec of,
      FileReference cohort,
      double sharpness,
      Optional<FileReference> calibration)
      implements EmbedderSpec {

    /** Beyond, the nearest centre alone counts, and exponentials are of no use. */
    private static final double MAX_SHARPNESS = 1000;

    public Capped {
      if (!(sharpness > 0 && sharpness <= MAX_SHARPNESS)) {
        throw new IllegalArgumentException(
            "sharpness must be greater than 0, at most 1000: " + sharpness);
      }
    }
  }

  /**
   * A part of a fusion.
   *
   * @param embedder one net
   * @param weight of its inner product; the weights of a fusion are scaled to sum 1
   */
  record Part(OneNet embedder, double weight) {
    public Part {
      if (!(weight > 0 && weight <= 1e6)) {
        throw new IllegalArgumentException("a part's weight must be greater than 0: " + weight);
      }
    }
  }
}
