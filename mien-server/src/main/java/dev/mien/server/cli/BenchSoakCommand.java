package dev.mien.server.cli;

import static java.util.Objects.requireNonNull;

import dev.mien.server.bench.BenchException;
import dev.mien.server.bench.load.SoakBench;
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

/** Watches what a server takes of the machine while it works for a while. */
@Command(
    name = "soak",
    description = "Watches whether a server that works takes more and more; code 1 if it does.")
final class BenchSoakCommand implements Callable<Integer> {
  private static final double MINUTES_MIN = 0.05;
  private static final double MINUTES_MAX = 1_440;
  private static final double RATE_MAX = 10_000;
  private static final int SECONDS_PER_MINUTE = 60;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private BenchLoadOptions options = new BenchLoadOptions();

  @Option(names = "--minutes", description = "How long (default: ${DEFAULT-VALUE}).")
  private double minutes = 20;

  @Option(
      names = "--rate",
      description = "Requests a second (default: half of what it can answer).")
  private double rate;

  @Override
  public Integer call() throws BenchException, InterruptedException {
    CommandLine command = requireNonNull(spec, "spec is null").commandLine();
    Range.require(command, "--minutes", minutes, MINUTES_MIN, MINUTES_MAX);
    Range.require(command, "--rate", rate, 0, RATE_MAX);
    boolean passed =
        new SoakBench(
                options.read(command),
                Duration.ofSeconds(Math.round(minutes * SECONDS_PER_MINUTE)),
                rate,
                Clock.systemUTC(),
                command.getOut())
            .run();
    command.getOut().flush();
    return passed ? 0 : MienCommand.EXIT_FAILED;
  }
}
