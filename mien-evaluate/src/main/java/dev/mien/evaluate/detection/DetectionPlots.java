package dev.mien.evaluate.detection;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.plot.Axis;
import dev.mien.evaluate.plot.Curve;
import dev.mien.evaluate.plot.Plot;
import dev.mien.evaluate.plot.Plot.Style;
import java.nio.file.Path;
import java.util.List;

/** The plot of a detection. */
public final class DetectionPlots {
  private DetectionPlots() {}

  /** Writes detection-precision-recall, if any face was found. */
  public static void write(Path folder, Detection measured) throws EvaluationException {
    PrecisionRecall curve = measured.curve();
    if (curve.recall().isEmpty() || curve.required() == 0) {
      return;
    }
    Plot.curves(
        folder,
        "detection-precision-recall",
        "Precision by recall, faces of at least %d pixels asked for"
            .formatted(measured.report().minFaceSize()),
        Axis.linear("recall", 0, 1),
        Axis.linear("precision", 0, 1.02),
        Style.LINE,
        List.of(
            new Curve(
                "all",
                curve.recall().stream().mapToDouble(Double::doubleValue).toArray(),
                curve.precision().stream().mapToDouble(Double::doubleValue).toArray())));
  }
}
