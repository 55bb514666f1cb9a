package dev.mien.gallery.store;

import dev.mien.gallery.StoreException;
import dev.mien.gallery.StoreFault;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's error codes say about the disk. */
public final class SqliteFaults {
  private SqliteFaults() {}

  /** The kind of a failure. */
  public static StoreFault of(SQLException failure) {
    return failure instanceof SQLiteException sqlite
        ? of(sqlite.getResultCode())
        : StoreFault.OTHER;
  }

  private static StoreFault of(SQLiteErrorCode code) {
    return switch (code) {
      // The second: the log's index, which lies in a file of its own, cannot grow.
      case SQLITE_FULL, SQLITE_IOERR_SHMSIZE -> StoreFault.NO_SPACE;
      default -> ofFamily(code.name());
    };
  }

  /** The extended codes of a family begin with its name. */
  private static StoreFault ofFamily(String name) {
    if (name.startsWith("SQLITE_READONLY")) {
      return StoreFault.READ_ONLY;
    }
    boolean damaged = name.startsWith("SQLITE_CORRUPT") || name.equals("SQLITE_NOTADB");
    // A file that ends too soon.
    return damaged || name.equals("SQLITE_IOERR_SHORT_READ")
        ? StoreFault.DAMAGED
        : StoreFault.OTHER;
  }

  /** A failed use of a database that has changed nothing. */
  public static StoreException exception(String message, SQLException failure) {
    return new StoreException(message, failure, of(failure), false);
  }
}
