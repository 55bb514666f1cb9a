package dev.mien.vision.detect;

import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.Patch;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import dev.mien.vision.model.Net;
import dev.mien.vision.model.NetSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The decoder of BlazeFace, back-camera variant (Bazarevsky et al., 2019): a 256 x 256 input, 512
 * anchors on a grid of stride 16 (two a cell) and 384 on one of stride 32 (six a cell). For each
 * anchor the net gives a logit and 16 numbers in input pixels: centre x and y relative to the
 * cell's centre, width, height, and six points relative to the same centre, the first two of which
 * are the eyes.
 */
final class BlazeFace implements FaceDetector {

  static final String KIND = "blazeface";

  private static final int INPUT_SIDE = 256;
  private static final List<String> OUTPUTS =
      List.of("scores-stride-16", "boxes-stride-16", "scores-stride-32", "boxes-stride-32");
  private static final int[] STRIDES = {16, 32};
  private static final int[] ANCHORS_PER_CELL = {2, 6};
  private static final int VALUES_PER_ANCHOR = 16;

  /** Faces are all found from here on; at 13 pixels two of a hundred are missed, at 10 eight. */
  private static final double SMALLEST_SIDE_PIXELS = 16;

  private final Net net;

  private BlazeFace(Net net) {
    this.net = net;
  }

  static BlazeFace open(ModelPack pack, NetSpec spec, int intraOpThreads)
      throws ModelPackException {
    if (spec.input().width() != INPUT_SIDE || spec.input().height() != INPUT_SIDE) {
      throw new ModelPackException(
          spec.file().name() + ": kind " + KIND + " takes 256 x 256 pixels");
    }
    return new BlazeFace(Net.open(pack, spec, OUTPUTS, intraOpThreads));
  }

  @Override
  public List<Candidate> detect(Image image, Window window, double threshold) {
    Similarity toImage = window.toImage(INPUT_SIDE);
    Patch patch = net.newPatch();
    patch.fill(image, toImage);
    float[][] outputs = net.run(patch);
    double leastLogit = Math.log(threshold / (1 - threshold));
    List<Candidate> candidates = new ArrayList<>();
    for (int grid = 0; grid < STRIDES.length; grid++) {
      float[] logits = outputs[2 * grid];
      for (int anchor = 0; anchor < logits.length; anchor++) {
        if (logits[anchor] >= leastLogit) {
          candidates.add(candidate(logits[anchor], outputs[2 * grid + 1], grid, anchor, toImage));
        }
      }
    }
    return candidates;
  }

  private static Candidate candidate(
      float logit, float[] values, int grid, int anchor, Similarity toImage) {
    int stride = STRIDES[grid];
    int cell = anchor / ANCHORS_PER_CELL[grid];
    int cellsPerRow = INPUT_SIDE / stride;
    int column = cell % cellsPerRow;
    int row = cell / cellsPerRow;
    double anchorX = (column + 0.5) * stride;
    double anchorY = (row + 0.5) * stride;
    int at = VALUES_PER_ANCHOR * anchor;
    // Quarter turns swap the sides of this box; it is square but for rounding, and so kept as it
    // is.
    double width = Math.max(0, values[at + 2]) * toImage.scale();
    double height = Math.max(0, values[at + 3]) * toImage.scale();
    Point centre = toImage.apply(anchorX + values[at], anchorY + values[at + 1]);
    return new Candidate(
        new Box(centre.x() - width / 2, centre.y() - height / 2, width, height),
        toImage.apply(anchorX + values[at + 4], anchorY + values[at + 5]),
        toImage.apply(anchorX + values[at + 6], anchorY + values[at + 7]),
        1 / (1 + Math.exp(-Math.clamp((double) logit, -80, 80))));
  }

  @Override
  public double smallestShare() {
    return SMALLEST_SIDE_PIXELS / INPUT_SIDE;
  }

  @Override
  public void close() {
    net.close();
  }
}
