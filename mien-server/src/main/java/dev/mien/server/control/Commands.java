package dev.mien.server.control;

import static java.util.Objects.requireNonNull;

import dev.mien.server.backup.Backup;
import dev.mien.server.backup.BackupException;
import java.nio.file.Path;

/**
 * Carries out {@link ControlCommand}s. Safe for use by many threads.
 *
 * @param keys those about keys
 * @param media those about files
 * @param backup copies everything
 */
public record Commands(Keys keys, MediaFiles media, Backup backup) {
  public Commands {
    requireNonNull(keys, "keys is null");
    requireNonNull(media, "media is null");
    requireNonNull(backup, "backup is null");
  }

  /** Does what is asked; what cannot be done is told, not thrown. */
  public Outcome run(ControlCommand command) {
    return switch (command) {
      case KeyCommand about -> keys.run(about);
      case MediaCommand about -> media.run(about);
      case MakeBackup(String folder) -> backUp(Path.of(folder));
    };
  }

  private Outcome backUp(Path folder) {
    try {
      backup.make(folder);
      return Outcome.done("The backup in " + folder + " is whole.");
    } catch (BackupException e) {
      return Outcome.failed(String.valueOf(e.getMessage()));
    }
  }
}
