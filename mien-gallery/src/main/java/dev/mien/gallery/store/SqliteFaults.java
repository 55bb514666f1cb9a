package dev.mien.gallery.store;

import dev.mien.gallery.StoreException;
import dev.mien.gallery.StoreFault;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's error codes say about the disk. */
public final class SqliteFaults {
  private SqliteFaults() {}

  /**
   * The kind of a failure.
   *
   * @param database its file, whose disk is tried if SQLite says no more than that it cannot be
   *     read or written
   */
  public static StoreFault of(SQLException failure, Path database) {
    return switch (failure) {
      case SQLiteException sqlite -> of(sqlite.getResultCode(), database);
      case UnreadableRowException _ -> StoreFault.DAMAGED;
      default -> StoreFault.OTHER;
    };
  }

  private static StoreFault of(SQLiteErrorCode code, Path database) {
    return switch (code) {
      // The second: the log's index, which lies in a file of its own, cannot grow.
      case SQLITE_FULL, SQLITE_IOERR_SHMSIZE -> StoreFault.NO_SPACE;
      default -> ofFamily(code.name(), database);
    };
  }

  /** The extended codes of a family begin with its name. */
  private static StoreFault ofFamily(String name, Path database) {
    if (name.startsWith("SQLITE_READONLY")) {
      return StoreFault.READ_ONLY;
    }
    boolean damaged = name.startsWith("SQLITE_CORRUPT") || name.equals("SQLITE_NOTADB");
    // The last: a file that ends too soon.
    if (damaged || name.equals("SQLITE_IOERR_SHORT_READ")) {
      return StoreFault.DAMAGED;
    }
    return name.startsWith("SQLITE_IOERR") || name.startsWith("SQLITE_CANTOPEN")
        ? DiskTrial.fault(database.toAbsolutePath().resolveSibling(""))
        : StoreFault.OTHER;
  }

  /** A failed use of a database that has changed nothing. */
  public static StoreException exception(String message, SQLException failure, Path database) {
    return new StoreException(message, failure, of(failure, database), false);
  }
}
