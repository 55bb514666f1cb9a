package dev.mien.evaluate.command;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the pipeline on labelled pictures. */
@Command(
    name = "evaluate",
    subcommands = {
      VerificationCommand.class,
      IdentificationCommand.class,
      DetectionCommand.class,
      LandmarksCommand.class,
      AttributesCommand.class,
      QualityCommand.class,
      LivenessCommand.class,
      CardCommand.class
    },
    description = "Measures how good the server's pipeline is on labelled pictures of your own.")
public final class EvaluateCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    var commandLine = requireNonNull(spec, "spec is null").commandLine();
    throw new ParameterException(
        commandLine,
        "Say what to measure: " + String.join(", ", commandLine.getSubcommands().keySet()) + ".");
  }
}
