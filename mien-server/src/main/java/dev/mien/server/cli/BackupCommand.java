package dev.mien.server.cli;

import static java.util.Objects.requireNonNull;

import dev.mien.server.config.ConfigException;
import dev.mien.server.control.MakeBackup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies a data directory, whether the server runs or not. */
@Command(
    name = "backup",
    description = {
      "Copies all data into a new folder, whether the server is running or not.",
      "The copy holds faces and the key to all secrets: keep it as you keep the data."
    })
final class BackupCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The server's data directory (default: ./mien-data).")
  private @Nullable Path data;

  @Option(names = "--config", paramLabel = "FILE", description = "The server's configuration file.")
  private @Nullable Path config;

  @Parameters(paramLabel = "FOLDER", description = "A new or empty folder.")
  private @Nullable Path folder;

  @Override
  public Integer call() throws ConfigException {
    Path target = requireNonNull(folder, "folder is null").toAbsolutePath().normalize();
    return ServerControl.run(
        requireNonNull(spec, "spec is null").commandLine(),
        data,
        config,
        new MakeBackup(target.toString()));
  }
}
