package dev.mien.evaluate.command;

import static java.util.Objects.requireNonNull;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.landmark.LandmarkAccuracy;
import dev.mien.evaluate.landmark.LandmarkPlots;
import dev.mien.evaluate.landmark.LandmarkReport;
import dev.mien.evaluate.report.ReportFile;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.evaluate.table.Table;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the points of faces. */
@Command(
    name = "landmarks",
    description = "Errors of the points of faces, over the distance of the eyes (NME).")
final class LandmarksCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--points",
      paramLabel = "CSV",
      required = true,
      description =
          "Labelled faces: path and x0,y0 … x67,y67 (iBUG's 68 points), or leye_x,leye_y, reye,"
              + " nose, lmouth, rmouth; in pixels.")
  private @Nullable Path points;

  @Override
  public Integer call() throws EvaluationException {
    Path labels = requireNonNull(points, "picocli requires it");
    Table table = common.table(labels, "path");
    try (Pipeline pipeline = common.pipeline(labels)) {
      LandmarkAccuracy measured = LandmarkAccuracy.of(pipeline, table, common.data(labels));
      LandmarkReport report = measured.report();
      ReportFile.write(common.out().resolve("landmarks.json"), report);
      LandmarkPlots.write(common.out(), measured);
      common.say(
          String.format(
              Locale.ROOT,
              "%s of %d faces, %d not found; mean error %.2f %%, of the mesh %.2f %%; report in %s",
              report.scheme(),
              report.faces(),
              report.notFound(),
              100 * report.meanError().value(),
              100 * report.meshError().value(),
              common.out()));
      return 0;
    }
  }
}
