package dev.mien.evaluate.command;

import static java.util.Objects.requireNonNull;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.detection.Detection;
import dev.mien.evaluate.detection.DetectionPlots;
import dev.mien.evaluate.detection.DetectionReport.Figures;
import dev.mien.evaluate.report.ReportFile;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.evaluate.table.Table;
import dev.mien.vision.DetectOptions;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the detection of faces. */
@Command(
    name = "detection",
    description = "Recall, false boxes and average precision of finding faces in photographs.")
final class DetectionCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--boxes",
      paramLabel = "CSV",
      required = true,
      description =
          "Labelled faces: path,x,y,w,h in pixels; optionally required (1: must be found, 0: may"
              + " be) and further labels.")
  private @Nullable Path boxes;

  @Option(
      names = "--min-size",
      paramLabel = "PIXELS",
      description = "MinFaceSize, as a client would send it (default: 34).")
  private int minFaceSize = DetectOptions.DEFAULT_MIN_FACE_SIZE;

  @Override
  public Integer call() throws EvaluationException {
    Path labels = requireNonNull(boxes, "picocli requires it");
    if (minFaceSize < 1) {
      throw common.misuse("--min-size must be at least 1: " + minFaceSize);
    }
    Table table = common.table(labels, "path", "x", "y", "w", "h");
    try (Pipeline pipeline = common.pipeline(labels)) {
      Detection measured = Detection.of(pipeline, table, common.data(labels), minFaceSize);
      ReportFile.write(common.out().resolve("detection.json"), measured.report());
      DetectionPlots.write(common.out(), measured);
      Figures large = measured.report().largeEnough();
      common.say(
          String.format(
              Locale.ROOT,
              "found %d of %d required faces of at least %d pixels, %d false boxes; AP %.3f;"
                  + " report in %s",
              large.found(),
              large.required(),
              minFaceSize,
              large.falseBoxes(),
              large.averagePrecision().value(),
              common.out()));
      return 0;
    }
  }
}
