package dev.mien.evaluate.command;

import static java.util.Objects.requireNonNull;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.identification.Identification;
import dev.mien.evaluate.identification.IdentificationPlots;
import dev.mien.evaluate.identification.IdentificationReport;
import dev.mien.evaluate.identification.IdentificationReport.Figures;
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

/** Measures searches in a gallery. */
@Command(
    name = "identification",
    description = "Hits and misses of searching a gallery: rank 1, FNIR at FPIR 1 % and 0.3 %.")
final class IdentificationCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--gallery",
      paramLabel = "CSV",
      required = true,
      description = "Pictures to enrol: path,identity; persons may have several.")
  private @Nullable Path gallery;

  @Option(
      names = "--probes",
      paramLabel = "CSV",
      required = true,
      description =
          "Pictures to search for: path,identity. Persons who are not enrolled are strangers.")
  private @Nullable Path probes;

  @Override
  public Integer call() throws EvaluationException {
    Path enrolled = requireNonNull(gallery, "picocli requires it");
    Path searched = requireNonNull(probes, "picocli requires it");
    Table faces = Table.read(enrolled, "path", "identity");
    Table wanted = common.table(searched, "path", "identity");
    try (Pipeline pipeline = common.pipeline(searched)) {
      Identification measured =
          Identification.of(pipeline, common.modelVersion(), faces, wanted, common.data(searched));
      IdentificationReport report = measured.report();
      ReportFile.write(common.out().resolve("identification.json"), report);
      IdentificationPlots.write(common.out(), measured);
      Figures figures = report.searches().values().iterator().next();
      common.say(
          String.format(
              Locale.ROOT,
              "%d persons, %d mated and %d other probes; rank 1 %s; FNIR at FPIR 1 %%: %s;"
                  + " report in %s",
              report.persons(),
              report.mated(),
              report.nonMated(),
              CommonOptions.percent(figures.rank1().value()),
              CommonOptions.percent(figures.open().getFirst().falseNegativeRate().value()),
              common.out()));
      return 0;
    }
  }
}
