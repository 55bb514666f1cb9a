package dev.mien.server.cli;

import static java.util.Objects.requireNonNull;

import dev.mien.gallery.StoreException;
import dev.mien.gallery.account.Accounts;
import dev.mien.gallery.store.DataDirectory;
import dev.mien.gallery.store.SqliteAccountStore;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.server.config.ConfigException;
import dev.mien.server.config.ConfigReader;
import dev.mien.server.control.ControlSocket;
import dev.mien.server.control.KeyCommand;
import dev.mien.server.control.Keys;
import dev.mien.server.control.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    Map<String, String> overrides = new HashMap<>();
    if (data != null) {
      overrides.put("data", data.toString());
    }
    Path directory = ConfigReader.read(config, overrides).data();
    if (!Files.isDirectory(directory)) {
      throw new ConfigException("There is no data directory " + directory + ": name it by --data");
    }
    return report(
        ControlSocket.send(directory, command).orElseGet(() -> runHere(directory, command)));
  }

  /** Nobody answers for the directory, so it is free, or its lock will say who holds it. */
  private static Outcome runHere(Path directory, KeyCommand command) {
    try (DataDirectory locked = DataDirectory.open(directory);
        SqliteDatabase database = SqliteDatabase.open(locked)) {
      Accounts accounts =
          Accounts.open(new SqliteAccountStore(database), locked.path(), Clock.systemUTC());
      return new Keys(accounts).run(command);
    } catch (StoreException e) {
      return new Outcome(false, Optional.ofNullable(e.getMessage()).stream().toList());
    }
  }

  private int report(Outcome outcome) {
    var commandLine = requireNonNull(spec, "spec is null").commandLine();
    if (outcome.done()) {
      outcome.lines().forEach(commandLine.getOut()::println);
      return 0;
    }
    outcome.lines().forEach(line -> commandLine.getErr().println("mien: " + line));
    return MienCommand.EXIT_FAILED;
  }
}
