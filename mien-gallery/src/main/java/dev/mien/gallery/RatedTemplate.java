package dev.mien.gallery;

import java.util.Arrays;
import java.util.List;

/**
 * A face as an embedder saw it, and how much that is worth.
 *
 * @param template what the face looks like
 * @param quality how fit it is for recognition
 */
public record RatedTemplate(Template template, Quality quality) {
  /** Shorter means have no direction that says anything. */
  private static final double LENGTH_MIN = 1e-3;

  /**
   * One template for several faces of a person: the mean of the unit vectors, each weighed by its
   * quality, scaled to length 1. Where the mean has no direction, which takes opposite vectors, it
   * is the first.
   *
   * @param faces at least one, all of one embedder; the same ones in the same order give the same
   *     template to the last bit, in another order but for rounding
   */
  public static Template fused(List<RatedTemplate> faces) {
    Template first = faces.getFirst().template;
    if (faces.size() == 1) {
      return first;
    }
    double[] sum = new double[first.dimensions()];
    for (RatedTemplate face : faces) {
      first.requireComparable(face.template);
      float[] vector = face.template.components();
      double weight = face.quality.weight();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weight * vector[i];
      }
    }
    double length = Math.sqrt(Arrays.stream(sum).map(value -> value * value).sum());
    if (length < LENGTH_MIN) {
      return first;
    }
    float[] unit = new float[sum.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (sum[i] / length);
    }
    return new Template(first.embedderId(), unit);
  }
}
