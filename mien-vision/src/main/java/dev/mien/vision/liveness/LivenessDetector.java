package dev.mien.vision.liveness;

import dev.mien.vision.Face;
import dev.mien.vision.image.Image;
import dev.mien.vision.model.Manifest;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import dev.mien.vision.model.NetSpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * Judges from one picture whether a face was alive in front of the camera or shown by a screen or
 * print: a net of the pack and cues of the picture, weighed by {@link LivenessChance}. Thread-safe.
 *
 * <p>A single picture cannot prove life. The weights were learned from attacks that were made by a
 * program, and judged on very few real ones: docs/quality-and-liveness.md has the error rates.
 */
public final class LivenessDetector implements AutoCloseable {

  /** Faces smaller than this on either side show too little, in pixels. */
  public static final int MIN_FACE_SIZE = 100;

  private final LivenessNet net;

  private LivenessDetector(LivenessNet net) {
    this.net = net;
  }

  /**
   * Opens the net of a pack; a pack may do without it.
   *
   * @throws ModelPackException when it is of an unknown kind, or cannot be loaded
   */
  public static Optional<LivenessDetector> open(ModelPack pack, int intraOpThreads)
      throws ModelPackException {
    NetSpec spec = pack.manifest().roles().get(Manifest.LIVENESS);
    return spec == null
        ? Optional.empty()
        : Optional.of(new LivenessDetector(LivenessNet.open(pack, spec, intraOpThreads)));
  }

  /** Judges a face that was found in the picture. Faces of any size are judged. */
  public Liveness judge(Image picture, Face face) {
    return Liveness.ofProbability(LivenessChance.of(cues(picture, face)));
  }

  /** All cues of a face: the net's, then the picture's. */
  double[] cues(Image picture, Face face) {
    double[] cues = Arrays.copyOf(net.cues(picture, face), LivenessNet.COUNT + PictureCues.COUNT);
    double[] seen = PictureCues.of(picture, face);
    System.arraycopy(seen, 0, cues, LivenessNet.COUNT, seen.length);
    return cues;
  }

  @Override
  public void close() {
    net.close();
  }
}
