package dev.mien.evaluate.landmark;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.plot.Axis;
import dev.mien.evaluate.plot.Curve;
import dev.mien.evaluate.plot.Plot;
import dev.mien.evaluate.plot.Plot.Style;
import java.nio.file.Path;
import java.util.List;

/** The plot of a measurement of landmarks. */
public final class LandmarkPlots {
  private LandmarkPlots() {}

  /** Writes landmarks-errors: the share of faces up to an error. */
  public static void write(Path folder, LandmarkAccuracy measured) throws EvaluationException {
    List<Double> errors = measured.errors();
    double end = LandmarkAccuracy.OTHER_FACE;
    double[] error = new double[errors.size() + 1];
    double[] share = new double[errors.size() + 1];
    for (int i = 0; i < errors.size(); i++) {
      error[i + 1] = Math.min(end, errors.get(i));
      // The middle of each face's step; evenly spaced values would be taken for the axis's marks.
      share[i + 1] = errors.get(i) < end ? (i + 0.5) / errors.size() : share[i];
    }
    Plot.curves(
        folder,
        "landmarks-errors",
        "Faces whose mean point error is at most this",
        Axis.linear("error over the distance of the eyes", 0, end),
        Axis.linear("share of labelled faces", 0, 1),
        Style.LINE,
        List.of(new Curve(measured.report().scheme(), error, share)));
  }
}
