package dev.mien.server.cli;

import static java.util.Objects.requireNonNull;

import dev.mien.server.bench.load.BenchOptions;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of measurements that start a server. */
final class BenchLoadOptions {
  private static final int BYTES_PER_KILOBYTE = 1024;

  @Option(
      names = "--photos",
      paramLabel = "DIR",
      required = true,
      description = "Pictures of faces, in this folder or below: some 30 of them are sent.")
  private @Nullable Path photos;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The server's settings (default: the defaults).")
  private @Nullable Path config;

  @Option(
      names = "--scratch",
      paramLabel = "DIR",
      description = "Where the server's data lie meanwhile (default: the system's).")
  private Path scratch = Path.of(System.getProperty("java.io.tmpdir"));

  @Option(
      names = "--heap",
      description = "The server's heap, all of it from the start (default: ${DEFAULT-VALUE}).")
  private String heap = "1g";

  @Option(
      names = "--picture-kb",
      paramLabel = "KB",
      description =
          "Make all pictures as large as this, by comments that decoders skip; JPEGs only (default:"
              + " as they are).")
  private int pictureKilobytes;

  /** What was asked for. */
  BenchOptions read(CommandLine command) {
    try {
      return new BenchOptions(
          requireNonNull(photos, "picocli requires it"),
          scratch,
          Optional.ofNullable(config),
          heap,
          Math.multiplyExact(pictureKilobytes, BYTES_PER_KILOBYTE));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()));
    }
  }
}
