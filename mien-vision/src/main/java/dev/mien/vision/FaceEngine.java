package dev.mien.vision;

import dev.mien.vision.align.UpperFace;
import dev.mien.vision.attribute.AttributeReader;
import dev.mien.vision.attribute.FaceAttributes;
import dev.mien.vision.detect.FaceDetector;
import dev.mien.vision.embed.EmbedderInfo;
import dev.mien.vision.embed.Embedders;
import dev.mien.vision.embed.Embedding;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.landmark.FaceMesh;
import dev.mien.vision.landmark.IrisNet;
import dev.mien.vision.liveness.Liveness;
import dev.mien.vision.liveness.LivenessDetector;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import dev.mien.vision.quality.FaceQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Optional<AttributeReader> attributes;
  private final Optional<LivenessDetector> liveness;
  private final FaceFinder finder;

  private FaceEngine(
      FaceDetector detector,
      FaceMesh mesh,
      IrisNet irises,
      Embedders embedders,
      Optional<AttributeReader> attributes,
      Optional<LivenessDetector> liveness) {
    this.detector = detector;
    this.mesh = mesh;
    this.irises = irises;
    this.embedders = embedders;
    this.attributes = attributes;
    this.liveness = liveness;
    this.finder = new FaceFinder(detector, mesh);
  }

  /**
   * Loads the nets of a pack and verifies their files. A pack without heads has no attributes.
   *
   * @throws ModelPackException when a file is absent, altered or unusable
   */
  public static FaceEngine open(ModelPack pack, EngineOptions options) throws ModelPackException {
    int threads = options.intraOpThreads();
    List<Runnable> closings = new ArrayList<>();
    try {
      FaceDetector detector = FaceDetector.open(pack, threads);
      closings.add(detector::close);
      FaceMesh mesh = FaceMesh.open(pack, threads);
      closings.add(mesh::close);
      IrisNet irises = IrisNet.open(pack, threads);
      closings.add(irises::close);
      Embedders embedders = Embedders.open(pack, threads);
      closings.add(embedders::close);
      Optional<AttributeReader> attributes =
          pack.manifest().heads().isEmpty()
              ? Optional.empty()
              : Optional.of(AttributeReader.open(pack, threads));
      attributes.ifPresent(reader -> closings.add(reader::close));
      return new FaceEngine(
          detector, mesh, irises, embedders, attributes, LivenessDetector.open(pack, threads));
    } catch (ModelPackException e) {
      closings.reversed().forEach(Runnable::run);
      throw e;
    }
  }

  /** The faces of a picture, the largest first. */
  public List<Face> detect(Image image, DetectOptions options) {
    return detect(image, options, new DetectTimes());
  }

  /** Like {@link #detect(Image, DetectOptions)}; adds what the stages take to {@code times}. */
  public List<Face> detect(Image image, DetectOptions options, DetectTimes times) {
    return finder.find(image, options, times);
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

  /** How fit a face that {@link #detect} found in the same picture is for recognition. */
  public FaceQuality quality(Image image, Face face) {
    return FaceQuality.assess(image, face);
  }

  /**
   * Whether a face that {@link #detect} found in the same picture was alive in front of the camera;
   * empty when the pack has no nets for it. Faces under {@link LivenessDetector#MIN_FACE_SIZE} are
   * judged too, but nothing is known of how well.
   */
  public Optional<Liveness> liveness(Image image, Face face) {
    return liveness.map(detector -> detector.judge(image, face));
  }

  /**
   * The embedding of what a medical mask leaves visible of a face, to be compared with others of
   * this method only.
   *
   * @param modelVersion one of {@link #modelVersions}
   */
  public Embedding embedUpperFace(Image image, Face face, String modelVersion) {
    UpperFace upper = UpperFace.of(image, face.landmarks());
    return embedders.embed(upper.picture(), upper.landmarks(), modelVersion);
  }

  /**
   * The embeddings of a face that {@link #detect} found in the same picture, by model version: the
   * same as {@link #embed} for each, without running a net twice.
   */
  public Map<String, Embedding> embedAll(Image image, Face face) {
    return embedders.embedAll(image, face.landmarks());
  }

  /** Whether the pack has heads, which {@link #attributes} needs. */
  public boolean hasAttributes() {
    return attributes.isPresent();
  }

  /**
   * What a face looks like that {@link #detect} found in the same picture. Costs about as much as
   * two embeddings.
   *
   * @throws IllegalStateException when the pack has no heads
   */
  public FaceAttributes attributes(Image image, Face face) {
    return attributes(image, details(image, face));
  }

  /**
   * Like {@link #attributes(Image, Face)}, of a face whose {@link #details} are known.
   *
   * @throws IllegalStateException when the pack has no heads
   */
  public FaceAttributes attributes(Image image, DetailedFace face) {
    return attributes
        .orElseThrow(() -> new IllegalStateException("the model pack has no heads"))
        .read(image, face);
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
    attributes.ifPresent(AttributeReader::close);
    liveness.ifPresent(LivenessDetector::close);
    embedders.close();
    irises.close();
    mesh.close();
    detector.close();
  }
}
