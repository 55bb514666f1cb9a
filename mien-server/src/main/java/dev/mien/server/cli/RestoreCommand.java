package dev.mien.server.cli;

import static java.util.Objects.requireNonNull;

import dev.mien.server.backup.BackupException;
import dev.mien.server.backup.Restore;
import dev.mien.server.config.ConfigException;
import dev.mien.server.config.ConfigReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a data directory of a backup. */
@Command(
    name = "restore",
    description = "Checks a backup and makes a data directory of it, which must not exist yet.")
final class RestoreCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data directory to make (default: ./mien-data).")
  private @Nullable Path data;

  @Option(names = "--config", paramLabel = "FILE", description = "The server's configuration file.")
  private @Nullable Path config;

  @Parameters(paramLabel = "FOLDER", description = "The folder that mien backup has written.")
  private @Nullable Path folder;

  @Override
  public Integer call() throws ConfigException, BackupException {
    Map<String, String> overrides = data == null ? Map.of() : Map.of("data", data.toString());
    Path target = ConfigReader.read(config, overrides).data();
    int files = Restore.restore(requireNonNull(folder, "folder is null"), target);
    var out = requireNonNull(spec, "spec is null").commandLine().getOut();
    out.printf("%s is restored: %d files.%n", target, files);
    out.flush();
    return 0;
  }
}
