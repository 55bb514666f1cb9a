package dev.mien.vision.landmark;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.model.Manifest;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import dev.mien.vision.model.Net;
import dev.mien.vision.model.NetSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The decoder of MediaPipe's iris net (Ablavatski et al., 2020): from an upright square around one
 * eye to 71 points of its surroundings, of which the first sixteen are the edges of the lids, and
 * five of the iris. The net knows one side of the face; the other is shown to it in a mirror.
 * Thread-safe.
 */
public final class IrisNet implements AutoCloseable {

  static final String KIND = "iris";

  private static final List<String> OUTPUTS = List.of("eye");

  /** The net is trained on squares 2.3 times as wide as the eye. */
  private static final double ROOM = 2.3;

  /** Where the iris begins: its middle, then four points of its edge. */
  private static final int IRIS = 71;

  private final Net net;

  private IrisNet(Net net) {
    this.net = net;
  }

  /**
   * Opens the iris net of a pack.
   *
   * @throws ModelPackException when the pack has none, or one of an unknown kind
   */
  public static IrisNet open(ModelPack pack, int intraOpThreads) throws ModelPackException {
    NetSpec spec = pack.manifest().roles().get(Manifest.IRISES);
    if (spec == null || !spec.kind().equals(KIND)) {
      throw new ModelPackException(
          "pack %s: role '%s' must be of kind '%s'".formatted(pack.id(), Manifest.IRISES, KIND));
    }
    return new IrisNet(Net.open(pack, spec, OUTPUTS, intraOpThreads));
  }

  /** The face with its eyes looked at closely. */
  public DetailedFace refine(Image image, Landmarks mesh) {
    return new DetailedFace(
        mesh,
        eye(image, mesh, MeshParts.LEFT_EYE_LOWER, false),
        eye(image, mesh, MeshParts.RIGHT_EYE_LOWER, true));
  }

  private Eye eye(Image image, Landmarks mesh, int[] lowerLid, boolean mirrored) {
    Point outer = mesh.point(lowerLid[0]);
    Point inner = mesh.point(lowerLid[lowerLid.length - 1]);
    int side = net.input().width();
    double scale = ROOM * Math.max(1, outer.distance(inner)) / side;
    Point middle = new Point((outer.x() + inner.x()) / 2, (outer.y() + inner.y()) / 2);
    Similarity toImage =
        Similarity.of(
            scale, mesh.angleRadians(), new Point(side / 2.0, net.input().height() / 2.0), middle);
    float[] output =
        net.with(
            run -> {
              run.fill(image, toImage);
              if (mirrored) {
                run.mirror();
              }
              run.compute();
              return run.values(0);
            });
    List<Point> points = new ArrayList<>(output.length / 3);
    for (int at = 0; at < output.length; at += 3) {
      points.add(toImage.apply(mirrored ? side - output[at] : output[at], output[at + 1]));
    }
    return decoded(points);
  }

  /** The net gives the lower lid from the outer to the inner corner, then the rest of the upper. */
  private static Eye decoded(List<Point> points) {
    List<Point> lower = points.subList(0, Eye.LID_POINTS);
    List<Point> upper = new ArrayList<>(Eye.LID_POINTS);
    upper.add(lower.getFirst());
    upper.addAll(points.subList(Eye.LID_POINTS, 2 * Eye.LID_POINTS - 2));
    upper.add(lower.getLast());
    return new Eye(lower, upper, points.get(IRIS), points.subList(IRIS + 1, points.size()));
  }

  @Override
  public void close() {
    net.close();
  }
}
