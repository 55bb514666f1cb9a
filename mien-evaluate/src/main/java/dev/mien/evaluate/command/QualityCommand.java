package dev.mien.evaluate.command;

import static java.util.Objects.requireNonNull;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.quality.LadderReport;
import dev.mien.evaluate.quality.Ladders;
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
            + " recognised; what is said of good ones made worse.")
final class QualityCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--labels",
      paramLabel = "CSV",
      required = true,
      description =
          "Pictures: path and, where known, identity; without it, only QualityControl is told.")
  private @Nullable Path labels;

  @Option(
      names = "--ladders",
      paramLabel = "N",
      arity = "0..1",
      fallbackValue = "60",
      description =
          "Also make so many good faces of these pictures worse, step by step, and tell what is"
              + " said of them (default when N is left out: 60; each takes some seconds).")
  private @Nullable Integer ladders;

  @Override
  public Integer call() throws EvaluationException {
    Path file = requireNonNull(labels, "picocli requires it");
    if (ladders != null) {
      common.positive("--ladders", ladders);
    }
    Table table = common.table(file, "path");
    try (Pipeline pipeline = common.pipeline(file)) {
      QualityValue measured =
          QualityValue.of(pipeline, common.modelVersion(), table, common.data(file));
      QualityReport report = measured.report();
      ReportFile.write(common.out().resolve("quality.json"), report);
      measured.plot(common.out());
      if (!report.curve().isEmpty()) {
        common.say(
            String.format(
                Locale.ROOT,
                "misses while 30 %% are discarded: %.2f of those while none is",
                report.areaTo30Percent()));
      }
      common.say(
          report.levels().values().iterator().next().stream()
              .map(level -> CommonOptions.percent(level.accepted().value()))
              .collect(
                  Collectors.joining(
                      ", ", "accepted by level 1 to 4: ", "; report in " + common.out())));
      if (ladders != null) {
        climb(Ladders.of(pipeline, measured.qualities(), ladders, common.data(file)));
      }
      return 0;
    }
  }

  private void climb(Ladders measured) throws EvaluationException {
    LadderReport report = measured.report();
    ReportFile.write(common.out().resolve("ladders.json"), report);
    measured.plot(common.out());
    for (LadderReport.Rungs ladder : report.ladders()) {
      common.say(
          String.format(
              Locale.ROOT,
              "%s: mean score %.0f, then %s; never rising by more than 1 for %s of %d faces",
              ladder.damage(),
              report.asTheyAre().score().value(),
              ladder.steps().stream()
                  .map(step -> String.format(Locale.ROOT, "%.0f", step.figures().score().value()))
                  .collect(Collectors.joining(", ")),
              CommonOptions.percent(ladder.hardlyRising().value()),
              report.asTheyAre().faces()));
    }
  }
}
