package dev.mien.server.cli;

import dev.mien.gallery.StoreException;
import dev.mien.gallery.account.Accounts;
import dev.mien.gallery.store.DataDirectory;
import dev.mien.gallery.store.SqliteAccountStore;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.media.MediaStore;
import dev.mien.server.assembly.MediaStores;
import dev.mien.server.backup.Backup;
import dev.mien.server.config.ConfigException;
import dev.mien.server.config.ConfigReader;
import dev.mien.server.config.ServerConfig;
import dev.mien.server.control.Commands;
import dev.mien.server.control.ControlCommand;
import dev.mien.server.control.ControlSocket;
import dev.mien.server.control.Keys;
import dev.mien.server.control.MediaFiles;
import dev.mien.server.control.Outcome;
import dev.mien.server.video.VideoFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Has commands carried out by the server that runs on a data directory, or else here. */
final class ServerControl {
  private ServerControl() {}

  /**
   * Carries out a command and tells what it came to.
   *
   * @param line where to tell it
   * @param data the data directory, if it is not the configured one
   * @param config the configuration file, if there is one
   * @return the exit code
   */
  static int run(
      CommandLine line, @Nullable Path data, @Nullable Path config, ControlCommand command)
      throws ConfigException {
    Map<String, String> overrides = new HashMap<>();
    if (data != null) {
      overrides.put("data", data.toString());
    }
    ServerConfig settings = ConfigReader.read(config, overrides);
    if (!Files.isDirectory(settings.data())) {
      throw new ConfigException(
          "There is no data directory " + settings.data() + ": name it by --data");
    }
    return report(
        line,
        ControlSocket.send(settings.data(), command).orElseGet(() -> runHere(settings, command)));
  }

  /** Nobody answers for the directory, so it is free, or its lock will say who holds it. */
  private static Outcome runHere(ServerConfig settings, ControlCommand command) {
    Clock clock = Clock.systemUTC();
    try (DataDirectory locked = DataDirectory.open(settings.data());
        SqliteDatabase database = SqliteDatabase.open(locked)) {
      Accounts accounts = Accounts.open(new SqliteAccountStore(database), locked.path(), clock);
      try (MediaStore media = MediaStores.open(locked.path(), settings.media(), clock)) {
        MediaFiles files = new MediaFiles(accounts, new VideoFiles(media));
        Backup backup = new Backup(locked.path(), database, media, MediaStores.FOLDER, clock);
        return new Commands(new Keys(accounts), files, backup).run(command);
      }
    } catch (StoreException e) {
      return new Outcome(false, Optional.ofNullable(e.getMessage()).stream().toList());
    }
  }

  private static int report(CommandLine line, Outcome outcome) {
    if (outcome.done()) {
      outcome.lines().forEach(line.getOut()::println);
      line.getOut().flush();
      return 0;
    }
    outcome.lines().forEach(text -> line.getErr().println("mien: " + text));
    return MienCommand.EXIT_FAILED;
  }
}
