package dev.mien.gallery.store;

import dev.mien.gallery.OwnerOnly;
import dev.mien.gallery.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * The database file of a data directory, migrated to this program's schema. Thread-safe: one
 * connection writes, a few read, and readers see the last committed state without waiting for the
 * writer. A commit returns when the disk has it ({@code synchronous=FULL} on a write-ahead log).
 */
public final class SqliteDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);

  /** The database's file in a data directory. */
  public static final String FILE = "mien.db";

  /** Queries that run at the same time; more would fight for the same few cores. */
  private static final int READERS = 4;

  private static final int READER_WAIT_SECONDS = 30;

  /** Nobody else opens the file, but a backup tool may hold it for a moment. */
  private static final int BUSY_TIMEOUT_MILLIS = 10_000;

  /** Work within a transaction. */
  @FunctionalInterface
  interface SqlWork<T> {
    T run(SqlSession session) throws SQLException;
  }

  private final Path file;
  private final ReentrantLock writing = new ReentrantLock();
  private final SqlSession writer;
  private final BlockingQueue<SqlSession> readers = new LinkedBlockingQueue<>();

  private SqliteDatabase(Path file) throws SQLException {
    this.file = file;
    writer = connect(false);
    try {
      SchemaMigrations.run(writer.connection());
      writer.connection().setAutoCommit(false);
      for (int i = 0; i < READERS; i++) {
        SqlSession reader = connect(true);
        readers.add(reader);
        reader.connection().setAutoCommit(false);
      }
    } catch (SQLException | RuntimeException e) {
      closeAll();
      throw e;
    }
  }

  /**
   * Opens the database, or creates it, readable by its owner only.
   *
   * @throws StoreException if it cannot be used, or is newer than this program
   */
  public static SqliteDatabase open(DataDirectory directory) {
    Path file = directory.path().resolve(FILE);
    try {
      if (!Files.exists(file)) {
        // Faces are biometric data. SQLite gives the files of its log the same permissions.
        Files.createFile(file, OwnerOnly.file());
      }
      return new SqliteDatabase(file);
    } catch (SQLException | IOException e) {
      throw new StoreException("The database " + file + " cannot be opened: " + e.getMessage(), e);
    }
  }

  private SqlSession connect(boolean reading) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.setTransactionMode(reading ? TransactionMode.DEFERRED : TransactionMode.IMMEDIATE);
    return new SqlSession(config.createConnection("jdbc:sqlite:" + file));
  }

  /** Runs queries that see one state of the database. */
  <T> T read(SqlWork<T> work) {
    SqlSession reader = takeReader();
    try {
      return work.run(reader);
    } catch (SQLException e) {
      throw new StoreException("The database cannot be read: " + e.getMessage(), e);
    } finally {
      rollBack(reader); // ends the transaction, which has changed nothing
      readers.add(reader);
    }
  }

  private SqlSession takeReader() {
    try {
      SqlSession reader = readers.poll(READER_WAIT_SECONDS, TimeUnit.SECONDS);
      if (reader == null) {
        throw new StoreException("The database is busy: no connection became free");
      }
      return reader;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("Interrupted while waiting for a database connection", e);
    }
  }

  /** Runs changes as one transaction, which is on the disk when this returns. */
  <T> T write(SqlWork<T> work) {
    writing.lock();
    try {
      T result = work.run(writer);
      writer.connection().commit();
      return result;
    } catch (SQLException e) {
      boolean rolledBack = rollBack(writer);
      throw new StoreException("The database cannot be written: " + e.getMessage(), e, !rolledBack);
    } catch (RuntimeException | Error e) {
      rollBack(writer);
      throw e;
    } finally {
      writing.unlock();
    }
  }

  private static boolean rollBack(SqlSession session) {
    try {
      session.connection().rollback();
      return true;
    } catch (SQLException e) {
      LOG.error("A database transaction cannot be rolled back", e);
      return false;
    }
  }

  /**
   * Writes the last committed state into a new file, while others read and write; on the disk when
   * this returns.
   *
   * @throws StoreException if the file exists or cannot be written
   */
  public void copyTo(Path copy) {
    try {
      Files.createFile(copy, OwnerOnly.file()); // SQLite accepts an empty file as a new one
      try (SqlSession session = connect(true)) {
        DatabaseCopies.write(session.connection(), copy);
      }
    } catch (SQLException | IOException e) {
      throw new StoreException("The database cannot be copied to " + copy + ": " + e, e);
    }
  }

  /**
   * Reads all of the database and checks that it agrees with itself.
   *
   * @throws StoreException if it does not; the message says where
   */
  public void requireIntact() {
    String found =
        read(session -> DatabaseCopies.text(session.connection(), "PRAGMA integrity_check(1)"));
    if (!found.equals("ok")) {
      throw new StoreException("The database " + file + " is damaged: " + found);
    }
  }

  /** Waits for the writer and for readers, and closes all connections. */
  @Override
  public void close() {
    writing.lock();
    try {
      closeAll();
    } catch (SQLException e) {
      throw new StoreException("The database " + file + " cannot be closed", e);
    } finally {
      writing.unlock();
    }
  }

  private void closeAll() throws SQLException {
    for (SqlSession reader = readers.poll(); reader != null; reader = readers.poll()) {
      reader.close();
    }
    writer.close(); // the last to close folds the log into the file
  }
}
