package dev.mien.evaluate.command;

import static java.util.Objects.requireNonNull;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.attribute.AttributePlots;
import dev.mien.evaluate.attribute.AttributeReport;
import dev.mien.evaluate.attribute.Attributes;
import dev.mien.evaluate.report.ReportFile;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.evaluate.table.Table;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures attributes. */
@Command(
    name = "attributes",
    description = "Accuracy of what faces are said to be: per class, confusion, calibration, MAE.")
final class AttributesCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--labels",
      paramLabel = "CSV",
      required = true,
      description =
          "Pictures: path and labels such as gender, age, smile, glasses, mask, hat, pose; others"
              + " of two to twelve values split the figures.")
  private @Nullable Path labels;

  @Override
  public Integer call() throws EvaluationException {
    Path file = requireNonNull(labels, "picocli requires it");
    Table table = common.table(file, "path");
    try (Pipeline pipeline = common.pipeline(file)) {
      AttributeReport report = Attributes.of(pipeline, table, common.data(file));
      ReportFile.write(common.out().resolve("attributes.json"), report);
      AttributePlots.write(common.out(), report);
      common.say(
          "measured %s; no figures for %s; ignored %s; report in %s"
              .formatted(
                  list(report.attributes().keySet()),
                  list(report.notMeasured()),
                  list(report.ignored()),
                  common.out()));
      return 0;
    }
  }

  private static String list(Collection<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
