package dev.mien.vision.embed;

import java.util.List;

/**
 * The unit vectors of several nets, each times the square root of its weight, one after the other.
 * With weights of sum 1 the result is a unit vector, and the inner product of two is the weighted
 * mean of the parts' inner products.
 */
final class FusedEmbedder implements Embedder {

  private final List<OneNetEmbedder> parts;
  private final List<Double> weights;

  /**
   * @param weights greater than 0, of any sum
   */
  FusedEmbedder(List<OneNetEmbedder> parts, List<Double> weights) {
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    this.parts = List.copyOf(parts);
    this.weights = weights.stream().map(weight -> weight / sum).toList();
  }

  @Override
  public float[] embed(Passes passes) {
    float[] fused = new float[dimension()];
    int at = 0;
    for (int i = 0; i < parts.size(); i++) {
      float[] part = parts.get(i).embed(passes);
      float factor = (float) Math.sqrt(weights.get(i));
      for (float component : part) {
        fused[at++] = component * factor;
      }
    }
    return Vectors.normalise(fused);
  }

  @Override
  public int dimension() {
    return parts.stream().mapToInt(OneNetEmbedder::dimension).sum();
  }
}
