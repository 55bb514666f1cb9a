package dev.mien.server.cli;

import static java.util.Objects.requireNonNull;

import dev.mien.server.bench.BenchException;
import dev.mien.server.bench.SearchBench;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the search index, beside FAISS where that is installed. */
@Command(
    name = "search",
    description = "Measures searches among made-up faces, beside FAISS where Python has it.")
final class BenchSearchCommand implements Callable<Integer> {
  private static final int FACES_MIN = 1_000;
  private static final int FACES_MAX = 50_000_000;
  private static final int DIMENSIONS_MAX = 4_096;
  private static final int THREADS_MAX = 1_024;
  private static final int ROUNDS_MAX = 1_000;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--faces", description = "How many faces (default: ${DEFAULT-VALUE}).")
  private int faces = 1_000_000;

  @Option(
      names = "--dimension",
      description = "Dimensions of a face's vector (default: ${DEFAULT-VALUE}, version 3.0).")
  private int dimension = 321;

  @Option(names = "--threads", description = "Threads that scan (default: all processors).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--rounds",
      description = "How often each is measured, by turns (default: ${DEFAULT-VALUE}).")
  private int rounds = 5;

  @Option(
      names = "--scratch",
      paramLabel = "DIR",
      description = "For scratch files of 8 bytes a dimension and face (default: the system's).")
  private Path scratch = Path.of(System.getProperty("java.io.tmpdir"));

  @Option(
      names = "--python",
      paramLabel = "PROGRAM",
      description = "The interpreter to look for FAISS with (default: ${DEFAULT-VALUE}).")
  private String python = "python3";

  @Override
  public Integer call() throws BenchException, InterruptedException {
    CommandLine command = requireNonNull(spec, "spec is null").commandLine();
    Range.require(command, "--faces", faces, FACES_MIN, FACES_MAX);
    Range.require(command, "--dimension", dimension, 1, DIMENSIONS_MAX);
    Range.require(command, "--threads", threads, 1, THREADS_MAX);
    Range.require(command, "--rounds", rounds, 1, ROUNDS_MAX);
    new SearchBench(
            new SearchBench.Options(faces, dimension, threads, rounds, scratch, python),
            command.getOut())
        .run();
    command.getOut().flush();
    return 0;
  }
}
