package dev.mien.server.cli;

import static java.util.Objects.requireNonNull;

import dev.mien.server.bench.BenchException;
import dev.mien.server.bench.StartBench;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the part of a start that grows with the gallery. */
@Command(
    name = "start",
    description = "Measures how long a start takes to load a gallery of made-up faces.")
final class BenchStartCommand implements Callable<Integer> {
  private static final int FACES_MAX = 50_000_000;
  private static final int DIMENSIONS_MAX = 4_096;
  private static final int THREADS_MAX = 1_024;
  private static final int ROUNDS_MAX = 1_000;

  @Spec private @Nullable CommandSpec spec;

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
      names = "--dimension",
      description = "Dimensions of a face's vector (default: ${DEFAULT-VALUE}, version 3.0).")
  private int dimension = 321;

  @Option(names = "--threads", description = "Threads that load (default: all processors).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--rounds", description = "How often to measure (default: ${DEFAULT-VALUE}).")
  private int rounds = 1;

  @Override
  public Integer call() throws BenchException {
    CommandLine command = requireNonNull(spec, "spec is null").commandLine();
    Range.require(command, "--faces", faces, 1, FACES_MAX);
    Range.require(command, "--dimension", dimension, 1, DIMENSIONS_MAX);
    Range.require(command, "--threads", threads, 1, THREADS_MAX);
    Range.require(command, "--rounds", rounds, 1, ROUNDS_MAX);
    Path directory = requireNonNull(data, "data is required");
    new StartBench(
            new StartBench.Options(faces, dimension, threads, rounds, directory),
            Clock.systemUTC(),
            command.getOut())
        .run();
    command.getOut().flush();
    return 0;
  }
}
