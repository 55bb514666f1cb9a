package dev.mien.server.cli;

import static java.util.Objects.requireNonNull;

import dev.mien.server.config.ConfigException;
import dev.mien.server.control.KeyCommand;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Manages accounts' keys, whether the server runs or not. */
@Command(
    name = "keys",
    description = "Creates, lists and disables keys, whether the server is running or not.")
final class KeysCommand implements Runnable {
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

  @Override
  public void run() {
    throw new ParameterException(
        requireNonNull(spec, "spec is null").commandLine(),
        "Say what to do: create, list or disable.");
  }

  @Command(
      name = "create",
      description = "Creates a key pair and prints it; its secret is not shown again.")
  int create(
      @Option(
              names = "--account",
              paramLabel = "APPID",
              description = "For this account; needed only if there are several.")
          @Nullable Long account,
      @Option(names = "--new-account", description = "For a new account.") boolean newAccount)
      throws ConfigException {
    return run(new KeyCommand.Create(account, newAccount));
  }

  @Command(name = "list", description = "Lists all keys without their secrets.")
  int list() throws ConfigException {
    return run(new KeyCommand.ListAll());
  }

  @Command(
      name = "disable",
      description = "Disables a key for good; a running server refuses it from then on.")
  int disable(@Parameters(paramLabel = "SECRETID") String secretId) throws ConfigException {
    return run(new KeyCommand.Disable(secretId));
  }

  private int run(KeyCommand command) throws ConfigException {
    return ServerControl.run(
        requireNonNull(spec, "spec is null").commandLine(), data, config, command);
  }
}
