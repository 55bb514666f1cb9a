package dev.mien.evaluate.command;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.report.ReportFile;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.evaluate.verification.Verification;
import dev.mien.evaluate.verification.VerificationFigures;
import dev.mien.evaluate.verification.VerificationPlots;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the verification of persons. */
@Command(
    name = "verification",
    description = "Error rates of comparing two pictures: EER, misses at false match rates, …")
final class VerificationCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @ArgGroup(multiplicity = "1")
  private Input input = new Input();

  /** Either of the two. */
  private static final class Input {
    @Option(
        names = "--pairs",
        paramLabel = "CSV",
        description =
            "Pairs: path1,path2,same; optionally identity1,identity2, set and further labels.")
    private @Nullable Path pairs;

    @Option(
        names = "--labels",
        paramLabel = "CSV",
        description =
            "Pictures, each compared with each other one: path,identity; optionally set and"
                + " further labels. Without an identity, all show different people.")
    private @Nullable Path labels;
  }

  @Override
  public Integer call() throws EvaluationException {
    Verification measured = measure();
    Path out = common.out();
    ReportFile.write(out.resolve("verification.json"), measured.report());
    VerificationPlots.write(out, measured);
    VerificationFigures all = measured.report().all();
    common.say(
        String.format(
            Locale.ROOT,
            "%d pictures, %d failed; %d same and %d different pairs; EER %.2f %%; report in %s",
            measured.report().pictures().pictures(),
            measured.report().pictures().failed(),
            all.genuine(),
            all.impostor(),
            100 * all.equalErrorRate().value(),
            out));
    return 0;
  }

  private Verification measure() throws EvaluationException {
    Path pairs = input.pairs;
    if (pairs != null) {
      var table = common.table(pairs, "path1", "path2", "same");
      try (Pipeline pipeline = common.pipeline(pairs)) {
        return Verification.ofPairs(pipeline, common.modelVersion(), table, common.data(pairs));
      }
    }
    Path labels = input.labels;
    if (labels == null) {
      throw common.misuse("Give --pairs or --labels.");
    }
    var table = common.table(labels, "path");
    try (Pipeline pipeline = common.pipeline(labels)) {
      return Verification.ofLabels(pipeline, common.modelVersion(), table, common.data(labels));
    }
  }
}
