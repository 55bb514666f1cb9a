package dev.mien.vision.detect;

import static java.util.Objects.requireNonNull;

import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.model.InputSpec;
import dev.mien.vision.model.InputWatcher;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import dev.mien.vision.model.Net;
import dev.mien.vision.model.NetRun;
import dev.mien.vision.model.NetSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The decoder of BlazeFace, back-camera variant (Bazarevsky et al., 2019): anchors on a grid of
 * stride 16 (two a cell) and on one of stride 32 (six a cell), which are 512 and 384 for the 256 x
 * 256 pixels that the net was published for. For each anchor the net gives a logit and 16 numbers
 * in input pixels: centre x and y relative to the cell's centre, width, height, and six points
 * relative to the same centre, the first two of which are the eyes.
 *
 * <p>The net is convolutions only, so it is opened for larger inputs too: one window of 14 x 11
 * cells does what four of 8 x 8 do that overlap by two cells, with 154 cells instead of 256.
 */
final class BlazeFace implements FaceDetector {

  static final String KIND = "blazeface";

  private static final int CELL_PIXELS = 32;

  /** The published size first, and what covers photographs of usual shapes with few cells. */
  private static final List<WindowShape> SHAPES =
      List.of(
          new WindowShape(8, 8),
          new WindowShape(14, 11),
          new WindowShape(11, 14),
          new WindowShape(17, 13),
          new WindowShape(13, 17));

  private static final List<String> OUTPUTS =
      List.of("scores-stride-16", "boxes-stride-16", "scores-stride-32", "boxes-stride-32");
  private static final int[] STRIDES = {16, 32};
  private static final int[] ANCHORS_PER_CELL = {2, 6};
  private static final int VALUES_PER_ANCHOR = 16;

  /** Faces are all found from here on; at 13 pixels two of a hundred are missed, at 10 eight. */
  private static final double SMALLEST_SIDE_PIXELS = 16;

  private static final SearchPlan.Sight SIGHT =
      new SearchPlan.Sight(SHAPES, SMALLEST_SIDE_PIXELS / CELL_PIXELS);

  private final Map<WindowShape, Net> nets;

  private BlazeFace(Map<WindowShape, Net> nets) {
    this.nets = nets;
  }

  static BlazeFace open(ModelPack pack, NetSpec spec, int intraOpThreads)
      throws ModelPackException {
    WindowShape published = SHAPES.getFirst();
    if (spec.input().width() != published.columns() * CELL_PIXELS
        || spec.input().height() != published.rows() * CELL_PIXELS) {
      throw new ModelPackException(
          spec.file().name() + ": kind " + KIND + " takes 256 x 256 pixels");
    }
    Map<WindowShape, Net> nets = new HashMap<>();
    try {
      for (WindowShape shape : SHAPES) {
        InputSpec input =
            spec.input().resized(shape.columns() * CELL_PIXELS, shape.rows() * CELL_PIXELS);
        // Whoever watches a net expects inputs of the size that the manifest says.
        ModelPack source = shape.equals(published) ? pack : pack.watchedBy(InputWatcher.NONE);
        NetSpec sized = new NetSpec(spec.kind(), spec.file(), input, spec.outputs());
        nets.put(shape, Net.open(source, sized, OUTPUTS, intraOpThreads));
      }
    } catch (ModelPackException e) {
      nets.values().forEach(Net::close);
      throw e;
    }
    return new BlazeFace(Map.copyOf(nets));
  }

  @Override
  public List<Candidate> detect(Image image, Window window, double threshold) {
    WindowShape shape = window.inputShape();
    Net net = requireNonNull(nets.get(shape), () -> "a window of " + shape);
    Similarity toImage = window.toImage(CELL_PIXELS);
    return net.with(
        run -> {
          run.fill(image, toImage);
          run.compute();
          return candidates(run, shape, toImage, threshold);
        });
  }

  private static List<Candidate> candidates(
      NetRun run, WindowShape shape, Similarity toImage, double threshold) {
    double leastLogit = Math.log(threshold / (1 - threshold));
    float[] values = new float[VALUES_PER_ANCHOR];
    List<Candidate> candidates = new ArrayList<>();
    for (int grid = 0; grid < STRIDES.length; grid++) {
      int logits = 2 * grid;
      for (int anchor = 0; anchor < run.length(logits); anchor++) {
        float logit = run.value(logits, anchor);
        if (logit >= leastLogit) {
          int cell = anchor / ANCHORS_PER_CELL[grid];
          int cellsPerRow = shape.columns() * CELL_PIXELS / STRIDES[grid];
          int column = cell % cellsPerRow;
          int row = cell / cellsPerRow;
          Point centre = new Point((column + 0.5) * STRIDES[grid], (row + 0.5) * STRIDES[grid]);
          run.read(logits + 1, VALUES_PER_ANCHOR * anchor, values);
          candidates.add(candidate(logit, values, centre, toImage));
        }
      }
    }
    return candidates;
  }

  /**
   * A candidate in the image.
   *
   * @param values of its anchor
   * @param anchor the centre of its cell in the input
   */
  private static Candidate candidate(
      float logit, float[] values, Point anchor, Similarity toImage) {
    // Quarter turns swap the sides of this box; it is square but for rounding, and so kept as it
    // is.
    double width = Math.max(0, values[2]) * toImage.scale();
    double height = Math.max(0, values[3]) * toImage.scale();
    Point centre = toImage.apply(anchor.x() + values[0], anchor.y() + values[1]);
    return new Candidate(
        new Box(centre.x() - width / 2, centre.y() - height / 2, width, height),
        toImage.apply(anchor.x() + values[4], anchor.y() + values[5]),
        toImage.apply(anchor.x() + values[6], anchor.y() + values[7]),
        1 / (1 + Math.exp(-Math.clamp((double) logit, -80, 80))));
  }

  @Override
  public SearchPlan.Sight sight() {
    return SIGHT;
  }

  @Override
  public void close() {
    nets.values().forEach(Net::close);
  }
}
