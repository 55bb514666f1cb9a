package dev.mien.server.backup;

import dev.mien.gallery.OwnerOnly;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.store.DataDirectory;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.server.backup.BackupManifest.BackupFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a data directory of a backup. */
public final class Restore {
  private Restore() {}

  /**
   * Checks every file of a backup against the list that was made with it, and the database against
   * itself; only then is there a data directory, all at once.
   *
   * @param backup the folder of a backup; is only read
   * @param data the data directory to make; does not exist or is empty
   * @return how many files it has
   */
  public static int restore(Path backup, Path data) throws BackupException {
    BackupManifest manifest = BackupManifest.read(backup);
    Path target = data.toAbsolutePath().normalize();
    Path unfinished = target.resolveSibling(target.getFileName() + ".restoring");
    try {
      if (Files.exists(target) && !Backup.isEmpty(target)) {
        throw new BackupException(
            target + " is not empty: move it away, or name another data directory.");
      }
      delete(unfinished);
      Files.createDirectories(unfinished, OwnerOnly.directory());
      copy(backup, manifest.files(), unfinished);
      requireIntact(unfinished);
      Files.deleteIfExists(target);
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      return manifest.files().size();
    } catch (IOException | StoreException e) {
      throw new BackupException("The backup in " + backup + " could not be restored: " + e, e);
    } finally {
      deleteQuietly(unfinished);
    }
  }

  private static void copy(Path backup, List<BackupFile> files, Path target)
      throws IOException, BackupException {
    for (BackupFile file : files) {
      Path from = inside(backup, file);
      Path to = inside(target, file);
      Files.createDirectories(to.resolveSibling(""), OwnerOnly.directory());
      if (!Files.isRegularFile(from)) {
        throw new BackupException("The backup is damaged: " + file.path() + " is missing.");
      }
      if (!copy(from, to).equals(file.sha256())) {
        throw new BackupException(
            "The backup is damaged: " + file.path() + " is not what was written.");
      }
    }
  }

  /** A list that somebody has changed must not lead out of the folder. */
  private static Path inside(Path folder, BackupFile file) throws BackupException {
    Path path = folder.resolve(file.path()).normalize();
    if (!path.startsWith(folder)) {
      throw new BackupException("The backup is damaged: " + file.path() + " is not in it.");
    }
    return path;
  }

  private static String copy(Path from, Path to) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(to, options, OwnerOnly.file());
        OutputStream out = Channels.newOutputStream(channel)) {
      String digest = BackupManifest.copy(from, out);
      channel.force(true);
      return digest;
    }
  }

  private static void requireIntact(Path folder) {
    try (DataDirectory directory = DataDirectory.open(folder);
        SqliteDatabase database = SqliteDatabase.open(directory)) {
      database.requireIntact();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void deleteQuietly(Path folder) {
    try {
      delete(folder);
    } catch (IOException e) {
      // The next attempt clears it away, or says why it cannot.
    }
  }
}
