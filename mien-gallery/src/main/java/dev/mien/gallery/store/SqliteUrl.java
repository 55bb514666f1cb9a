package dev.mien.gallery.store;

import java.io.File;
import java.nio.file.Path;

/**
 * How a database file is opened that belongs to this process. SQLite keeps the index of a
 * write-ahead log in a file that it maps into memory, as other processes may have to see it. A file
 * system that copies on each write, as Btrfs does, may have no room for a copy when SQLite stores
 * into that memory, and then the system ends the process (SIGBUS). So the connections of this
 * process share an index in its own memory: SQLite's {@code unix-excl}, which keeps other processes
 * out of the file while one is open.
 *
 * <p>See <a href="https://www.sqlite.org/vfs.html">vfs.html</a>, section 2.1, and <a
 * href="https://www.sqlite.org/wal.html#noshm">wal.html</a>.
 */
public final class SqliteUrl {
  private SqliteUrl() {}

  /** The address of a database for the driver. */
  public static String of(Path database) {
    // SQLite has other ways to its files where names are parted by something else.
    return File.separatorChar == '/'
        ? "jdbc:sqlite:" + database.toUri() + "?vfs=unix-excl"
        : "jdbc:sqlite:" + database;
  }
}
