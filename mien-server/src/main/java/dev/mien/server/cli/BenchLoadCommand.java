package dev.mien.server.cli;

import static java.util.Objects.requireNonNull;

import dev.mien.server.bench.BenchException;
import dev.mien.server.bench.load.LoadBench;
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

/** Measures a server that gets more requests than it can answer. */
@Command(
    name = "load",
    description = "Measures a server at the rate that it sustains, and at 2 and 10 times that.")
final class BenchLoadCommand implements Callable<Integer> {
  private static final int SECONDS_MAX = 3_600;
  private static final double RATE_MAX = 10_000;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private BenchLoadOptions options = new BenchLoadOptions();

  @Option(
      names = "--seconds",
      description = "How long requests arrive at each rate (default: ${DEFAULT-VALUE}).")
  private int seconds = 30;

  @Option(
      names = "--rate",
      description =
          "Requests a second that are taken for the rate that it sustains (default: it is looked"
              + " for).")
  private double rate;

  @Override
  public Integer call() throws BenchException, InterruptedException {
    CommandLine command = requireNonNull(spec, "spec is null").commandLine();
    Range.require(command, "--seconds", seconds, 1, SECONDS_MAX);
    Range.require(command, "--rate", rate, 0, RATE_MAX);
    new LoadBench(
            options.read(command),
            Duration.ofSeconds(seconds),
            rate,
            Clock.systemUTC(),
            command.getOut())
        .run();
    command.getOut().flush();
    return 0;
  }
}
