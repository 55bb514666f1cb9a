package dev.mien.vision.embed;

import dev.mien.vision.align.Alignment;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.Landmarks;
import dev.mien.vision.model.EmbedderSpec;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import dev.mien.vision.model.Net;
import dev.mien.vision.model.NetRun;
import java.util.List;

/**
 * One net on one aligned crop, optionally averaged with the mirror image, optionally centred; then
 * normalised.
 */
final class OneNetEmbedder implements Embedder {

  private final Net net;
  private final Alignment alignment;
  private final boolean mirrored;
  private final UnitVectors unitVectors;

  private OneNetEmbedder(Net net, Alignment alignment, boolean mirrored, UnitVectors unitVectors) {
    this.net = net;
    this.alignment = alignment;
    this.mirrored = mirrored;
    this.unitVectors = unitVectors;
  }

  static OneNetEmbedder open(ModelPack pack, EmbedderSpec.OneNet spec, int intraOpThreads)
      throws ModelPackException {
    Net net = Net.open(pack, spec.net(), List.of("embedding"), intraOpThreads);
    try {
      int dimension = net.with(OneNetEmbedder::dimension);
      float[] centre =
          spec.centre().isPresent()
              ? VectorFile.read(pack, spec.centre().get(), dimension)
              : new float[dimension];
      return new OneNetEmbedder(
          net,
          Alignment.of(spec.alignment(), spec.net().input()),
          spec.mirrored(),
          new UnitVectors(spec.metric(), centre));
    } catch (ModelPackException e) {
      net.close();
      throw e;
    }
  }

  @Override
  public float[] embed(Passes passes) {
    return passes.of(this);
  }

  /** Runs the net. */
  float[] run(Image image, Landmarks landmarks) {
    Similarity toImage = alignment.toImage(landmarks);
    float[] vector =
        net.with(
            run -> {
              run.fill(image, toImage);
              run.compute();
              return mirrored ? meanWithMirrorImage(run) : run.values(0);
            });
    return unitVectors.of(vector);
  }

  private static float[] meanWithMirrorImage(NetRun run) {
    float[] vector = run.values(0);
    run.mirror();
    run.compute();
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (vector[i] + run.value(0, i)) / 2;
    }
    return vector;
  }

  private static int dimension(NetRun run) {
    run.fillBlack();
    run.compute();
    return run.length(0);
  }

  @Override
  public int dimension() {
    return unitVectors.dimension();
  }

  void close() {
    net.close();
  }
}
