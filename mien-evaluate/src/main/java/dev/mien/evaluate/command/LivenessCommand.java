package dev.mien.evaluate.command;

import static java.util.Objects.requireNonNull;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.liveness.LivenessAccuracy;
import dev.mien.evaluate.liveness.LivenessPlots;
import dev.mien.evaluate.liveness.LivenessReport;
import dev.mien.evaluate.liveness.LivenessReport.Responses;
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

/** Measures liveness. */
@Command(
    name = "liveness",
    description = "Attacks that pass as live faces (APCER), live faces refused (BPCER).")
final class LivenessCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--labels",
      paramLabel = "CSV",
      required = true,
      description =
          "Pictures: path, live (1 or 0); optionally attack, its kind, and further labels, which"
              + " split the figures.")
  private @Nullable Path labels;

  @Override
  public Integer call() throws EvaluationException {
    Path file = requireNonNull(labels, "picocli requires it");
    Table table = common.table(file, "path", "live");
    try (Pipeline pipeline = common.pipeline(file)) {
      LivenessAccuracy measured = LivenessAccuracy.of(pipeline, table, common.data(file));
      LivenessReport report = measured.report();
      ReportFile.write(common.out().resolve("liveness.json"), report);
      LivenessPlots.write(common.out(), measured);
      common.say(
          String.format(
              Locale.ROOT,
              "%d live faces and %d attacks judged; EER %s; report in %s",
              report.live().judged(),
              report.attacks().values().stream().mapToInt(Responses::judged).sum(),
              CommonOptions.percent(report.equalErrorRate()),
              common.out()));
      return 0;
    }
  }
}
