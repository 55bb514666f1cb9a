package dev.mien.vision.detect;

import dev.mien.vision.image.Image;
import dev.mien.vision.model.Manifest;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import dev.mien.vision.model.NetSpec;
import java.util.List;

/**
 * Finds what may be faces in one window of an image. Each kind of detector net is one class.
 * Thread-safe.
 */
public sealed interface FaceDetector extends AutoCloseable permits BlazeFace {

  /**
   * Opens the detector of a pack.
   *
   * @throws ModelPackException when the pack has none, or one of an unknown kind
   */
  static FaceDetector open(ModelPack pack, int intraOpThreads) throws ModelPackException {
    NetSpec spec = pack.manifest().roles().get(Manifest.DETECTOR);
    if (spec == null) {
      throw new ModelPackException(
          "pack " + pack.id() + " has no role '" + Manifest.DETECTOR + "'");
    }
    return switch (spec.kind()) {
      case BlazeFace.KIND -> BlazeFace.open(pack, spec, intraOpThreads);
      default ->
          throw new ModelPackException(
              "detector kind '"
                  + spec.kind()
                  + "' is not known; known is '"
                  + BlazeFace.KIND
                  + "'");
    };
  }

  /**
   * Everything in the window that scores at least the threshold; overlapping boxes are not merged.
   *
   * @param window of one of the shapes of {@link #sight}
   * @param threshold 0..1
   */
  List<Candidate> detect(Image image, Window window, double threshold);

  /** What windows it looks through. */
  SearchPlan.Sight sight();

  @Override
  void close();
}
