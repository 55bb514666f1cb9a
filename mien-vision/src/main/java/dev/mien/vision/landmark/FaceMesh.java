package dev.mien.vision.landmark;

import dev.mien.vision.detect.Candidate;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.model.Manifest;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import dev.mien.vision.model.Net;
import dev.mien.vision.model.NetRun;
import dev.mien.vision.model.NetSpec;
import java.util.List;
import java.util.Optional;

/**
 * The decoder of Face Mesh (Kartynnik et al., 2019): from an upright square around a face to 468
 * points with depth, all in pixels of its input, and a flag that says whether there is a face. The
 * net is run twice: on the square that the detector's box suggests, then on the one that the first
 * mesh suggests. Thread-safe.
 */
public final class FaceMesh implements AutoCloseable {

  static final String KIND = "facemesh";

  private static final List<String> OUTPUTS = List.of("mesh", "face-flag");
  private static final int MESH = 0;
  private static final int FACE_FLAG = 1;
  private static final Point ORIGIN = new Point(0, 0);

  /** The net is trained on squares 1.5 times as large as the face. */
  private static final double ROOM = 1.5;

  /** From here on a candidate is a face. */
  private static final double LEAST_PROBABILITY = 0.5;

  /** What the second look can say at most for a face: where that is not enough it is not needed. */
  private static final double SUREST_FLAG = 1;

  /** Animals that the detector takes for faces get at most .04. */
  private static final double LEAST_FLAG = 0.05;

  /**
   * Least intersection over union of the mesh with the detector's box: a mesh that slid away from
   * what the detector saw, onto a neighbour or between two faces, is no finding.
   */
  private static final double LEAST_AGREEMENT = 0.3;

  private final Net net;

  private FaceMesh(Net net) {
    this.net = net;
  }

  /**
   * Opens the landmark net of a pack.
   *
   * @throws ModelPackException when the pack has none, or one of an unknown kind
   */
  public static FaceMesh open(ModelPack pack, int intraOpThreads) throws ModelPackException {
    NetSpec spec = pack.manifest().roles().get(Manifest.LANDMARKS);
    if (spec == null || !spec.kind().equals(KIND)) {
      throw new ModelPackException(
          "pack %s: role '%s' must be of kind '%s'".formatted(pack.id(), Manifest.LANDMARKS, KIND));
    }
    return new FaceMesh(Net.open(pack, spec, OUTPUTS, intraOpThreads));
  }

  /** The face that a candidate is of, or nothing when it is none. */
  public Optional<MeshFit> fit(Image image, Candidate candidate) {
    Box box = candidate.box();
    Mesh first = run(image, square(box, box.centre(), candidate.angleRadians()));
    if (Evidence.probability(candidate.score(), first.flag, SUREST_FLAG) < LEAST_PROBABILITY) {
      return Optional.empty();
    }
    Mesh second = refine(image, first.landmarks);
    double confidence = Evidence.probability(candidate.score(), first.flag, second.flag);
    Mesh chosen = second.flag >= first.flag / 2 ? second : first;
    if (confidence < LEAST_PROBABILITY
        || chosen.flag < LEAST_FLAG
        || chosen.landmarks.bounds().intersectionOverUnion(box) < LEAST_AGREEMENT) {
      return Optional.empty();
    }
    return Optional.of(new MeshFit(chosen.landmarks, confidence));
  }

  private Mesh refine(Image image, Landmarks first) {
    double angle = first.angleRadians();
    Box turned = first.bounds(angle);
    Point centre = Similarity.of(1, angle, ORIGIN, ORIGIN).apply(turned.centre());
    return run(image, square(turned, centre, angle));
  }

  /** From the input to the image, so that a face with this box fills it as in training. */
  private Similarity square(Box box, Point centre, double angleRadians) {
    int side = net.input().width();
    double scale = ROOM * Math.max(1, Math.max(box.width(), box.height())) / side;
    return Similarity.of(scale, angleRadians, new Point(side / 2.0, side / 2.0), centre);
  }

  private Mesh run(Image image, Similarity toImage) {
    return net.with(
        run -> {
          run.fill(image, toImage);
          run.compute();
          return mesh(run, toImage);
        });
  }

  private static Mesh mesh(NetRun run, Similarity toImage) {
    float[] mesh = run.values(MESH);
    float scale = (float) toImage.scale();
    for (int at = 0; at < mesh.length; at += 3) {
      Point point = toImage.apply(mesh[at], mesh[at + 1]);
      mesh[at] = (float) point.x();
      mesh[at + 1] = (float) point.y();
      mesh[at + 2] *= scale;
    }
    return new Mesh(Landmarks.of(mesh), run.value(FACE_FLAG, 0));
  }

  @Override
  public void close() {
    net.close();
  }

  private record Mesh(Landmarks landmarks, double flag) {}
}
