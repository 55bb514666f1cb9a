package dev.mien.gallery.store;

import dev.mien.gallery.OwnerOnly;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.StoreFault;
import dev.mien.gallery.account.SecretBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
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

  /** Connections of this process wait for each other no longer; no other process has the file. */
  private static final int BUSY_TIMEOUT_MILLIS = 10_000;

  /** Work within a transaction. */
  @FunctionalInterface
  interface SqlWork<T> {
    T run(SqlSession session) throws SQLException;
  }

  private final Path file;
  private final WriteAheadLog log;

  /** Keeps the log there when others are thrown away: the last to close removes it. */
  private final SqlSession anchor;

  private final ReentrantLock writing = new ReentrantLock();
  private final SessionSlot writer;
  private final BlockingQueue<SessionSlot> readers = new LinkedBlockingQueue<>();

  /** What was found to be damaged, once something was. */
  private final AtomicReference<@Nullable String> damage = new AtomicReference<>();

  private SqliteDatabase(Path file, WriteAheadLog log, SqlSession anchor) throws SQLException {
    this.file = file;
    this.log = log;
    this.anchor = anchor;
    writer = new SessionSlot(() -> transactions(false));
    try {
      for (int i = 0; i < READERS; i++) {
        readers.add(new SessionSlot(() -> transactions(true)));
      }
    } catch (SQLException | RuntimeException e) {
      closeAll();
      throw e;
    }
  }

  /**
   * Opens the database, or creates it, readable by its owner only.
   *
   * @throws StoreException if it cannot be used, is damaged, or is newer than this program; the
   *     message names the file, and says what to do
   */
  public static SqliteDatabase open(DataDirectory directory) {
    Path file = directory.path().resolve(FILE);
    try {
      WriteAheadLog log = WriteAheadLog.open(file);
      requireNotLost(file);
      if (!Files.exists(file)) {
        // Faces are biometric data. SQLite gives the files of its log the same permissions.
        Files.createFile(file, OwnerOnly.file());
      }
      SqliteDatabase database = open(file, log);
      log.committed(); // what an earlier process has left
      return database;
    } catch (SQLException e) {
      StoreFault fault = SqliteFaults.of(e, file);
      throw new StoreException(
          "The database %s cannot be opened. %s (%s)"
              .formatted(file, fault.advice(), e.getMessage()),
          e,
          fault,
          false);
    } catch (IOException e) {
      throw new StoreException(
          "The database %s cannot be opened. %s (%s)".formatted(file, StoreFault.of(e).advice(), e),
          e);
    }
  }

  private static SqliteDatabase open(Path file, WriteAheadLog log) throws SQLException {
    SqlSession anchor = connect(file, false);
    try {
      SchemaMigrations.run(anchor.connection());
      return new SqliteDatabase(file, log, anchor);
    } catch (SQLException | RuntimeException e) {
      anchor.close();
      throw e;
    }
  }

  /** SQLite takes an empty file for a new database: it must not take the place of a lost one. */
  private static void requireNotLost(Path file) throws IOException {
    boolean empty = !Files.exists(file) || Files.size(file) == 0;
    Path key = file.resolveSibling(SecretBox.KEY_FILE);
    if (empty && Files.exists(key)) {
      throw new StoreException(
          ("The database %s is missing or empty, but the directory was in use: %s is there."
                  + " Restore a backup. (To begin anew, empty the directory.)")
              .formatted(file, key),
          StoreFault.DAMAGED);
    }
  }

  private SqlSession transactions(boolean reading) throws SQLException {
    SqlSession session = connect(file, reading);
    try {
      session.connection().setAutoCommit(false);
      return session;
    } catch (SQLException e) {
      session.close();
      throw e;
    }
  }

  private static SqlSession connect(Path file, boolean reading) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.setTransactionMode(reading ? TransactionMode.DEFERRED : TransactionMode.IMMEDIATE);
    return new SqlSession(config.createConnection(SqliteUrl.of(file)));
  }

  /** Runs queries that see one state of the database. */
  <T> T read(SqlWork<T> work) {
    SessionSlot reader = takeReader();
    try {
      return work.run(reader.session());
    } catch (SQLException e) {
      reader.discard();
      throw failed("read", e, false);
    } finally {
      reader.rollBack(); // ends the transaction, which has changed nothing
      readers.add(reader);
    }
  }

  private SessionSlot takeReader() {
    try {
      SessionSlot reader = readers.poll(READER_WAIT_SECONDS, TimeUnit.SECONDS);
      if (reader == null) {
        throw new StoreException("The database is busy: no connection became free");
      }
      return reader;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("Interrupted while waiting for a database connection", e);
    }
  }

  /**
   * Runs changes as one transaction, which is on the disk when this returns. Nothing is written any
   * more once damage was met: it would only spread.
   */
  <T> T write(SqlWork<T> work) {
    writing.lock();
    try {
      Optional<String> met = damage();
      if (met.isPresent()) {
        throw new StoreException(met.get(), StoreFault.DAMAGED);
      }
      SqlSession session = writer.session();
      T result = work.run(session);
      session.connection().commit();
      log.committed();
      return result;
    } catch (SQLException e) {
      boolean undone = writer.discard();
      throw failed("written", e, !undone);
    } catch (RuntimeException | Error e) {
      writer.rollBack();
      throw e;
    } finally {
      writing.unlock();
    }
  }

  private StoreException failed(String used, SQLException cause, boolean outcomeUnknown) {
    StoreFault fault = SqliteFaults.of(cause, file);
    String message =
        fault == StoreFault.DAMAGED
            ? noteDamage(cause.getMessage())
            : "The database %s cannot be %s: %s".formatted(file, used, cause.getMessage());
    return new StoreException(message, cause, fault, outcomeUnknown);
  }

  private String noteDamage(@Nullable String what) {
    String message =
        "The database %s is damaged: %s. %s".formatted(file, what, StoreFault.DAMAGED.advice());
    if (damage.compareAndSet(null, message)) {
      LOG.error("{} Nothing is written to it any more.", message);
    }
    return message;
  }

  /** What was found to be damaged since the database was opened, for an operator. */
  public Optional<String> damage() {
    return Optional.ofNullable(damage.get());
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
      try (SqlSession session = connect(file, true)) {
        DatabaseCopies.write(session.connection(), copy);
      }
    } catch (SQLException e) {
      throw SqliteFaults.exception("The database cannot be copied to " + copy + ": " + e, e, copy);
    } catch (IOException e) {
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
      throw new StoreException(noteDamage(found), StoreFault.DAMAGED);
    }
  }

  /** Waits for the writer and for readers, and closes all connections. */
  @Override
  public void close() {
    writing.lock();
    try {
      log.forget();
      closeAll();
    } catch (SQLException e) {
      throw new StoreException("The database " + file + " cannot be closed", e);
    } finally {
      writing.unlock();
    }
  }

  private void closeAll() throws SQLException {
    for (SessionSlot reader = readers.poll(); reader != null; reader = readers.poll()) {
      reader.close();
    }
    writer.close();
    anchor.close(); // the last to close folds the log into the file
  }
}
