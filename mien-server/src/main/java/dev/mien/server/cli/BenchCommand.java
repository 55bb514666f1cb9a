package dev.mien.server.cli;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how fast Mien is on this machine. */
@Command(
    name = "bench",
    description = "Measures how fast Mien is on this machine.",
    subcommands = {
      BenchSearchCommand.class,
      BenchPipelineCommand.class,
      BenchLoadCommand.class,
      BenchFairnessCommand.class,
      BenchSoakCommand.class,
      BenchStartCommand.class
    })
final class BenchCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    var commandLine = requireNonNull(spec, "spec is null").commandLine();
    throw new ParameterException(
        commandLine,
        "Say what to measure: " + String.join(", ", commandLine.getSubcommands().keySet()) + ".");
  }
}
