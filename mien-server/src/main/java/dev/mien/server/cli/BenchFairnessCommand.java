package dev.mien.server.cli;

import static java.util.Objects.requireNonNull;

import dev.mien.server.bench.BenchException;
import dev.mien.server.bench.load.FairnessBench;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures small requests beside large searches. */
@Command(
    name = "fairness",
    description = "Measures what small requests wait while others search a large account.")
final class BenchFairnessCommand implements Callable<Integer> {
  private static final int SECONDS_MAX = 3_600;

  /** What one search may have; fewer than a hundred groups would leave some of them empty. */
  private static final int FACES_MIN = 100;

  private static final int FACES_MAX = 3_000_000;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private BenchLoadOptions options = new BenchLoadOptions();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description =
          "A data directory that this command has made before, or a new one; about 3 KB a face."
              + " It stays, for the next measurement.")
  private @Nullable Path data;

  @Option(names = "--faces", description = "How many faces to make (default: ${DEFAULT-VALUE}).")
  private int faces = 1_000_000;

  @Option(
      names = "--seconds",
      description = "How long each row is measured (default: ${DEFAULT-VALUE}).")
  private int seconds = 30;

  @Override
  public Integer call() throws BenchException, InterruptedException {
    CommandLine command = requireNonNull(spec, "spec is null").commandLine();
    Range.require(command, "--faces", faces, FACES_MIN, FACES_MAX);
    Range.require(command, "--seconds", seconds, 1, SECONDS_MAX);
    new FairnessBench(
            options.read(command),
            requireNonNull(data, "data is required"),
            faces,
            Duration.ofSeconds(seconds),
            Clock.systemUTC(),
            command.getOut())
        .run();
    command.getOut().flush();
    return 0;
  }
}
