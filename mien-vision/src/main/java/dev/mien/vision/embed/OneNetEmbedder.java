package dev.mien.vision.embed;

import dev.mien.vision.align.Alignment;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.Patch;
import dev.mien.vision.landmark.Landmarks;
import dev.mien.vision.model.EmbedderSpec;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import dev.mien.vision.model.Net;
import java.util.List;

/**
 * One net on one aligned crop, optionally averaged with the mirror image, optionally centred; then
 * normalised.
 */
final class OneNetEmbedder implements Embedder {

  private final Net net;
  private final Alignment alignment;
  private final boolean mirrored;
  private final float[] centre;

  private OneNetEmbedder(Net net, Alignment alignment, boolean mirrored, float[] centre) {
    this.net = net;
    this.alignment = alignment;
    this.mirrored = mirrored;
    this.centre = centre;
  }

  static OneNetEmbedder open(ModelPack pack, EmbedderSpec.OneNet spec, int intraOpThreads)
      throws ModelPackException {
    Net net = Net.open(pack, spec.net(), List.of("embedding"), intraOpThreads);
    int dimension = net.run(net.newPatch())[0].length;
    float[] centre = new float[dimension];
    if (spec.centre().isPresent()) {
      centre = VectorFile.read(pack, spec.centre().get(), dimension);
    }
    return new OneNetEmbedder(
        net, Alignment.of(spec.alignment(), spec.net().input()), spec.mirrored(), centre);
  }

  @Override
  public float[] embed(Image image, Landmarks landmarks) {
    Patch patch = net.newPatch();
    patch.fill(image, alignment.toImage(landmarks));
    float[] vector = net.run(patch)[0];
    if (mirrored) {
      patch.mirror();
      Vectors.add(vector, net.run(patch)[0], 1);
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= 2;
      }
    }
    Vectors.add(vector, centre, -1);
    return Vectors.normalise(vector);
  }

  @Override
  public int dimension() {
    return centre.length;
  }

  void close() {
    net.close();
  }
}
