package dev.mien.server.cli;

import static java.util.Objects.requireNonNull;

import dev.mien.server.bench.BenchException;
import dev.mien.server.bench.PipelineBench;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the stages from a picture's bytes to its faces, and pictures a second. */
@Command(
    name = "pipeline",
    description =
        "Measures the stages from a picture to its faces, and pictures a second for 1 to 8 clients;"
            + " on request beside the npm packages that the default models come from.")
final class BenchPipelineCommand implements Callable<Integer> {
  private static final double SECONDS_MIN = 0.1;
  private static final double SECONDS_MAX = 600;
  private static final int ROUNDS_MAX = 1_000;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--photos",
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "Pictures with faces, or folders of them; at most 64 are taken (default: six photos of"
              + " groups that the build leaves in Mien's folder).")
  private List<Path> photos =
      IntStream.rangeClosed(1, 6)
          .mapToObj("mien-models/target/photos/dev/mien/models/photos/sample%d.jpg"::formatted)
          .map(Path::of)
          .toList();

  @Option(
      names = "--model-pack",
      paramLabel = "DIR",
      description = "A model pack (default: the bundled one).")
  private @Nullable Path modelPack;

  @Option(
      names = "--packages",
      paramLabel = "DIR",
      description =
          "Compares with the npm packages in their own runtime: Node.js with the wasm backend of"
              + " TensorFlow.js. They are installed in this folder with npm unless they are there"
              + " (540 MB).")
  private @Nullable Path packages;

  @Option(
      names = "--seconds",
      description = "How long each measurement takes at least (default: ${DEFAULT-VALUE}).")
  private double seconds = 5;

  @Option(
      names = "--rounds",
      description = "How often each is measured, by turns (default: ${DEFAULT-VALUE}).")
  private int rounds = 5;

  @Option(
      names = "--allocations",
      description =
          "Only measures what a picture allocates on the heap, by operation, stage and place in the"
              + " code.")
  private boolean allocations;

  @Override
  public Integer call() throws BenchException, InterruptedException {
    CommandLine command = requireNonNull(spec, "spec is null").commandLine();
    Range.require(command, "--seconds", seconds, SECONDS_MIN, SECONDS_MAX);
    Range.require(command, "--rounds", rounds, 1, ROUNDS_MAX);
    new PipelineBench(
            new PipelineBench.Options(photos, modelPack, packages, seconds, rounds, allocations),
            command.getOut())
        .run();
    command.getOut().flush();
    return 0;
  }
}
