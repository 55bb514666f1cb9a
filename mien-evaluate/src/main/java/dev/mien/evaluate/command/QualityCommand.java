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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what the quality score is worth, and what QualityControl accepts. */
@Command(
    name = "quality",
    description =
        "Which pictures QualityControl accepts; whether pictures of low quality are not"
            + " recognised.")
final class QualityCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--labels",
      paramLabel = "CSV",
      required = true,
      description =
          "Pictures: path and, where known, identity; without it, only QualityControl is told.")
  private @Nullable Path labels;

  @Override
  public Integer call() throws EvaluationException {
    Path file = requireNonNull(labels, "picocli requires it");
    Table table = common.table(file, "path");
    try (Pipeline pipeline = common.pipeline(file)) {
      QualityValue measured =
          QualityValue.of(pipeline, common.modelVersion(), table, common.data(file));
      QualityReport report = measured.report();
      ReportFile.write(common.out().resolve("quality.json"), report);
      measured.plot(common.out());
      common.say(
          String.format(
              Locale.ROOT,
              "misses while 30 %% are discarded: %.2f of those while none is; accepted by level 1"
                  + " to 4: %s; report in %s",
              report.areaTo30Percent(),
              report.levels().values().iterator().next().stream()
                  .map(level -> String.format(Locale.ROOT, "%.3f", level.accepted().value()))
                  .collect(Collectors.joining(", ")),
              common.out()));
      return 0;
    }
  }
}
