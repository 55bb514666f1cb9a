package dev.mien.server.backup;

import dev.mien.gallery.OwnerOnly;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.account.SecretBox;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.media.MediaStore;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Copies a data directory while it is in use: the database as it was at one moment, which is after
 * the call and every acknowledged write before it, the media that it refers to, and the key without
 * which neither secrets nor media can be read. Thread-safe.
 *
 * @param data the data directory
 * @param database its database
 * @param media its media store
 * @param mediaFolder where the media store lies, below the data directory
 * @param clock for the time that the backup bears
 */
public record Backup(
    Path data, SqliteDatabase database, MediaStore media, String mediaFolder, Clock clock) {

  /**
   * Makes a backup; it is on the disk and whole when this returns.
   *
   * @param folder where; does not exist or is empty. What a failed backup leaves in it is no
   *     backup, and says so when it is restored
   */
  public void make(Path folder) throws BackupException {
    try {
      if (Files.exists(folder) && !isEmpty(folder)) {
        throw new BackupException(folder + " is not empty: name a new folder for the backup.");
      }
      Files.createDirectories(folder, OwnerOnly.directory());
      Files.copy(data.resolve(SecretBox.KEY_FILE), folder.resolve(SecretBox.KEY_FILE));
      media.copyTo(
          folder.resolve(mediaFolder), () -> database.copyTo(folder.resolve(SqliteDatabase.FILE)));
      BackupManifest.of(folder, clock.instant()).write(folder);
    } catch (IOException | StoreException e) {
      throw new BackupException("The backup in " + folder + " could not be made: " + e, e);
    }
  }

  static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }
}
