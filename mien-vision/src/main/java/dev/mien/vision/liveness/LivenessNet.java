package dev.mien.vision.liveness;

import dev.mien.vision.Face;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.model.Manifest;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import dev.mien.vision.model.Net;
import dev.mien.vision.model.NetSpec;
import java.util.List;

/**
 * The pack's net that was trained to tell live faces from shown ones, run on two upright crops with
 * room around the face: on a tight one it says nothing. Thread-safe.
 */
final class LivenessNet implements AutoCloseable {

  private static final String KIND = "live-softmax";
  private static final String OUTPUT = "live";

  /** Crops as multiples of the face's longer side. */
  private static final double[] CROPS = {1.6, 2.6};

  /** Numbers in {@link #cues}. */
  static final int COUNT = CROPS.length;

  private static final double MOST_LOG_ODDS = 6;

  /** Which of the net's two outputs is "live". */
  private static final int LIVE = 1;

  private final Net net;

  private LivenessNet(Net net) {
    this.net = net;
  }

  static LivenessNet open(ModelPack pack, NetSpec spec, int intraOpThreads)
      throws ModelPackException {
    if (!spec.kind().equals(KIND)) {
      throw new ModelPackException(
          "pack %s: role '%s' must be of kind '%s'".formatted(pack.id(), Manifest.LIVENESS, KIND));
    }
    return new LivenessNet(Net.open(pack, spec, List.of(OUTPUT), intraOpThreads));
  }

  /** The log-odds of "live" on each crop, bounded. */
  double[] cues(Image picture, Face face) {
    double[] cues = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      Similarity toPicture = crop(face, CROPS[i]);
      double live =
          net.with(
              run -> {
                run.fill(picture, toPicture);
                run.compute();
                return run.value(0, LIVE);
              });
      cues[i] = Math.clamp(Math.log(live / (1 - live)), -MOST_LOG_ODDS, MOST_LOG_ODDS);
    }
    return cues;
  }

  private Similarity crop(Face face, double room) {
    Box box = face.box();
    int side = net.input().width();
    double scale = room * Math.max(1, Math.max(box.width(), box.height())) / side;
    return Similarity.of(
        scale, Math.toRadians(face.pose().roll()), new Point(side / 2.0, side / 2.0), box.centre());
  }

  @Override
  public void close() {
    net.close();
  }
}
