package dev.mien.vision;

import dev.mien.vision.detect.FaceDetector;
import dev.mien.vision.embed.EmbedderInfo;
import dev.mien.vision.embed.Embedders;
import dev.mien.vision.embed.Embedding;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.landmark.FaceMesh;
import dev.mien.vision.landmark.IrisNet;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds and embeds faces with the nets of one model pack. Thread-safe; the same input gives the
 * same output. Calls are CPU-bound native work of some ten milliseconds: callers bound how many run
 * at once.
 */
public final class FaceEngine implements AutoCloseable {

  private final FaceDetector detector;
  private final FaceMesh mesh;
  private final IrisNet irises;
  private final Embedders embedders;
  private final FaceFinder finder;

  private FaceEngine(FaceDetector detector, FaceMesh mesh, IrisNet irises, Embedders embedders) {
    this.detector = detector;
    this.mesh = mesh;
    this.irises = irises;
    this.embedders = embedders;
    this.finder = new FaceFinder(detector, mesh);
  }

  /**
   * Loads the nets of a pack that detection and the model versions need, and verifies their files.
   *
   * @throws ModelPackException when a file is absent, altered or unusable
   */
  public static FaceEngine open(ModelPack pack, EngineOptions options) throws ModelPackException {
    int threads = options.intraOpThreads();
    FaceDetector detector = FaceDetector.open(pack, threads);
    try {
      FaceMesh mesh = FaceMesh.open(pack, threads);
      try {
        IrisNet irises = IrisNet.open(pack, threads);
        try {
          return new FaceEngine(detector, mesh, irises, Embedders.open(pack, threads));
        } catch (ModelPackException e) {
          irises.close();
          throw e;
        }
      } catch (ModelPackException e) {
        mesh.close();
        throw e;
      }
    } catch (ModelPackException e) {
      detector.close();
      throw e;
    }
  }

  /** The faces of a picture, the largest first. */
  public List<Face> detect(Image image, DetectOptions options) {
    return finder.find(image, options);
  }

  /**
   * The points of a face that {@link #detect} found in the same picture, its eyes at their best.
   */
  public DetailedFace details(Image image, Face face) {
    return irises.refine(image, face.landmarks());
  }

  /**
   * The embedding of a face that {@link #detect} found in the same picture.
   *
   * @param modelVersion one of {@link #modelVersions}
   * @throws IllegalArgumentException when the version is unknown
   */
  public Embedding embed(Image image, Face face, String modelVersion) {
    return embedders.embed(image, face.landmarks(), modelVersion);
  }

  /**
   * The embeddings of a face that {@link #detect} found in the same picture, by model version: the
   * same as {@link #embed} for each, without running a net twice.
   */
  public Map<String, Embedding> embedAll(Image image, Face face) {
    return embedders.embedAll(image, face.landmarks());
  }

  /**
   * The embedder behind a model version.
   *
   * @throws IllegalArgumentException when the version is unknown
   */
  public EmbedderInfo embedder(String modelVersion) {
    return embedders.info(modelVersion);
  }

  /** The versions that the pack has an embedder for, such as "2.0" and "3.0". */
  public Set<String> modelVersions() {
    return embedders.modelVersions();
  }

  /** Frees the nets; no call may be running. */
  @Override
  public void close() {
    embedders.close();
    irises.close();
    mesh.close();
    detector.close();
  }
}
