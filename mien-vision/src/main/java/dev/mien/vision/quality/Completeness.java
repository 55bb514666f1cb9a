package dev.mien.vision.quality;

import dev.mien.vision.Face;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Image;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much of each part of a face can be seen.
 *
 * @param values for each part 0..100, 100 where nothing covers it; copied
 */
public record Completeness(Map<FacePart, Integer> values) {

  private static final int MAX = 100;

  /** Completeness of a face that nothing covers. */
  public static final Completeness WHOLE = whole();

  public Completeness {
    values = Map.copyOf(values);
    if (values.size() != FacePart.values().length
        || values.values().stream().anyMatch(value -> value < 0 || value > MAX)) {
      throw new IllegalArgumentException("each part needs a completeness of 0..100: " + values);
    }
  }

  /** The learned net; loaded on first use. */
  private static final class Holder {
    private static final LearnedLayers LAYERS =
        LearnedLayers.resource("/dev/mien/vision/quality/occlusion.txt");
  }

  private static Completeness whole() {
    Map<FacePart, Integer> values = new EnumMap<>(FacePart.class);
    for (FacePart part : FacePart.values()) {
      values.put(part, MAX);
    }
    return new Completeness(values);
  }

  /**
   * Assesses a face: a learned estimate of the covered share from colour and texture, the mean of
   * those for the face and for its mirror image, and the share of the part that lies outside of the
   * picture, whichever is more.
   */
  static Completeness assess(Image picture, Face face) {
    double[] covered = covered(Holder.LAYERS, FaceTexture.of(picture, face));
    Map<FacePart, Integer> values = new EnumMap<>(FacePart.class);
    FacePart[] parts = FacePart.values();
    for (int i = 0; i < parts.length; i++) {
      FacePart part = parts[i];
      double seen = Math.min(scale(part, covered[i]), MAX * insidePicture(picture, face, part));
      values.put(part, (int) Math.round(Math.clamp(seen, 0, MAX)));
    }
    return new Completeness(values);
  }

  /** The estimated covered shares, which are less unsteady as the mean of two estimates. */
  static double[] covered(LearnedLayers layers, float[] features) {
    double[] covered = layers.run(features);
    double[] mirrored = layers.run(FaceTexture.mirrored(features));
    Arrays.setAll(covered, part -> (covered[part] + mirrored[part]) / 2);
    return covered;
  }

  /**
   * From the estimated covered share to a completeness: 100 for none, the published bound at the
   * share that divides free parts from covered ones, 0 for all; straight in between.
   */
  private static double scale(FacePart part, double covered) {
    double bound = part.incompleteUpTo();
    double dividing = part.dividingShare();
    return covered <= dividing
        ? MAX - (MAX - bound) * covered / dividing
        : bound * (1 - covered) / (1 - dividing);
  }

  private static double insidePicture(Image picture, Face face, FacePart part) {
    int inside = 0;
    for (int i = 0; i < part.pointCount(); i++) {
      Point point = face.landmarks().point(part.point(i));
      if (point.x() >= 0
          && point.y() >= 0
          && point.x() < picture.width()
          && point.y() < picture.height()) {
        inside++;
      }
    }
    return (double) inside / part.pointCount();
  }

  /** Of one part, 0..100. */
  public int of(FacePart part) {
    return values.getOrDefault(part, MAX);
  }

  /** Whether so little of a part is seen that the published API calls it incomplete. */
  public boolean isIncomplete(FacePart part) {
    return of(part) <= part.incompleteUpTo();
  }
}
