package dev.mien.server.cli;

import static java.util.Objects.requireNonNull;

import dev.mien.server.config.ConfigException;
import dev.mien.server.control.MediaCommand;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Manages the videos that requests name by a FileId, whether the server runs or not. */
@Command(
    name = "media",
    description = "Adds, lists and removes videos, whether the server is running or not.")
final class MediaFilesCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The server's data directory (default: ./mien-data).")
  private @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The server's configuration file.")
  private @Nullable Path config;

  @Option(
      names = "--account",
      paramLabel = "APPID",
      scope = ScopeType.INHERIT,
      description = "Whose videos; needed only if there are several accounts.")
  private @Nullable Long account;

  @Override
  public void run() {
    throw new ParameterException(
        requireNonNull(spec, "spec is null").commandLine(), "Say what to do: add, list or remove.");
  }

  @Command(
      name = "add",
      description =
          "Keeps a copy of a video, encrypted, until it is removed, and prints its FileId.")
  int add(@Parameters(paramLabel = "FILE") Path file) throws ConfigException {
    return run(new MediaCommand.Add(account, file.toAbsolutePath().normalize().toString()));
  }

  @Command(name = "list", description = "Lists the videos of an account.")
  int list() throws ConfigException {
    return run(new MediaCommand.ListAll(account));
  }

  @Command(name = "remove", description = "Removes a video for good.")
  int remove(@Parameters(paramLabel = "FILEID") String fileId) throws ConfigException {
    return run(new MediaCommand.Remove(account, fileId));
  }

  private int run(MediaCommand command) throws ConfigException {
    return ServerControl.run(
        requireNonNull(spec, "spec is null").commandLine(), data, config, command);
  }
}
