package dev.mien.evaluate.command;

import static java.util.Objects.requireNonNull;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.card.ModelCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the model card. */
@Command(name = "card", description = "Writes a model card of the reports in a folder.")
final class CardCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      required = true,
      description = "Folder with reports; folders in it too.")
  private @Nullable Path reports;

  @Option(names = "--out", paramLabel = "FILE", description = "The card (default: model-card.md).")
  private Path out = Path.of("model-card.md");

  @Override
  public Integer call() throws EvaluationException {
    String card = ModelCard.of(requireNonNull(reports, "picocli requires it"));
    try {
      Files.writeString(out, card);
    } catch (IOException e) {
      throw new EvaluationException(out + " cannot be written: " + e.getMessage(), e);
    }
    var writer = requireNonNull(spec, "spec is null").commandLine().getOut();
    writer.println("wrote " + out);
    writer.flush();
    return 0;
  }
}
