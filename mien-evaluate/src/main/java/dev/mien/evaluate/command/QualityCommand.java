package dev.mien.evaluate.command;

import static java.util.Objects.requireNonNull;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.quality.QualityReport;
import dev.mien.evaluate.quality.QualityValue;
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

/** Measures what the quality score is worth. */
@Command(
    name = "quality",
    description = "Whether pictures of low quality are those that are not recognised.")
final class QualityCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--labels",
      paramLabel = "CSV",
      required = true,
      description = "Pictures of known persons: path,identity.")
  private @Nullable Path labels;

  @Override
  public Integer call() throws EvaluationException {
    Path file = requireNonNull(labels, "picocli requires it");
    Table table = common.table(file, "path", "identity");
    try (Pipeline pipeline = common.pipeline(file)) {
      QualityValue measured =
          QualityValue.of(pipeline, common.modelVersion(), table, common.data(file));
      QualityReport report = measured.report();
      ReportFile.write(common.out().resolve("quality.json"), report);
      measured.plot(common.out());
      common.say(
          String.format(
              Locale.ROOT,
              "misses while 30 %% are discarded: %.2f of those while none is; report in %s",
              report.areaTo30Percent(),
              common.out()));
      return 0;
    }
  }
}
