package dev.mien.media;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.OwnerOnly;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.StoreFault;
import dev.mien.gallery.store.DatabaseCopies;
import dev.mien.gallery.store.SqliteFaults;
import dev.mien.gallery.store.SqliteUrl;
import dev.mien.gallery.store.WriteAheadLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * Which items there are, and which object is whose: an SQLite file beside the objects. Each change
 * is on the disk when its method returns. Thread-safe.
 */
final class MediaIndex implements AutoCloseable {
  static final String FILE = "index.db";

  /** "Mime" in ASCII: tells our files from other programs' databases. */
  private static final int APPLICATION_ID = 0x4D696D65;

  private static final int VERSION = 1;
  private static final int BUSY_TIMEOUT_MILLIS = 10_000;

  private static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE item (
            id TEXT PRIMARY KEY,
            account INTEGER NOT NULL,
            label TEXT NOT NULL,
            type TEXT NOT NULL,
            address TEXT NOT NULL,
            size_bytes INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            expires_at INTEGER
          ) STRICT, WITHOUT ROWID\
          """,
          "CREATE INDEX item_address ON item (address)",
          "CREATE INDEX item_expiry ON item (expires_at) WHERE expires_at IS NOT NULL",
          "CREATE INDEX item_owner ON item (account, label, id)",
          "PRAGMA application_id = " + APPLICATION_ID,
          "PRAGMA user_version = " + VERSION);

  private static final String COLUMNS =
      "id, account, label, type, size_bytes, created_at, expires_at, address";

  /** An item, and the address of its content. */
  record Entry(MediaItem item, String address) {}

  private final Path file;
  private final WriteAheadLog log;
  private final Connection connection;

  private MediaIndex(Path file, WriteAheadLog log, Connection connection) {
    this.file = file;
    this.log = log;
    this.connection = connection;
  }

  /**
   * Opens the index of a folder, or creates it, readable by its owner only.
   *
   * @throws StoreException if it cannot be used, or is newer than this program
   */
  static MediaIndex open(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      WriteAheadLog log = WriteAheadLog.open(file);
      if (!Files.exists(file)) {
        Files.createFile(file, OwnerOnly.file());
      }
      SQLiteConfig config = new SQLiteConfig();
      config.setJournalMode(JournalMode.WAL);
      config.setSynchronous(SynchronousMode.FULL);
      config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
      MediaIndex index = new MediaIndex(file, log, config.createConnection(SqliteUrl.of(file)));
      try {
        index.requireSchema();
        log.committed(); // what an earlier process has left
        return index;
      } catch (SQLException | RuntimeException e) {
        index.close();
        throw e;
      }
    } catch (SQLException e) {
      StoreFault fault = SqliteFaults.of(e, file);
      throw new StoreException(
          "The media index %s cannot be opened. %s (%s)"
              .formatted(file, fault.advice(), e.getMessage()),
          e,
          fault,
          false);
    } catch (IOException e) {
      throw new StoreException(
          "The media index %s cannot be opened. %s (%s)"
              .formatted(file, StoreFault.of(e).advice(), e),
          e);
    }
  }

  private void requireSchema() throws SQLException {
    long version = number("PRAGMA user_version");
    if (version == 0 && number("SELECT count(*) FROM sqlite_schema") == 0) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String sql : SCHEMA) {
          statement.execute(sql);
        }
        connection.commit();
      } finally {
        connection.setAutoCommit(true);
      }
    } else if (version != VERSION || number("PRAGMA application_id") != APPLICATION_ID) {
      throw new StoreException(
          "The media store was not written by this version of Mien: start the newer one, or restore"
              + " a backup");
    }
  }

  synchronized void add(Entry entry) {
    MediaItem item = entry.item();
    update(
        "INSERT INTO item (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        item.id().text(),
        item.owner().appId(),
        item.label(),
        item.type().name(),
        item.sizeBytes(),
        item.createdAt().toEpochMilli(),
        item.expiresAt().map(Instant::toEpochMilli).orElse(null),
        entry.address());
  }

  synchronized void remove(MediaId id) {
    update("DELETE FROM item WHERE id = ?", id.text());
  }

  synchronized Optional<Entry> find(MediaId id) {
    return list("WHERE id = ?", id.text()).stream().findFirst();
  }

  /** The next items of an account and label, by id. */
  synchronized List<Entry> items(AccountId owner, String label, String afterId, int max) {
    return list(
        "WHERE account = ? AND label = ? AND id > ? ORDER BY id LIMIT ?",
        owner.appId(),
        label,
        afterId,
        max);
  }

  /** Items that have expired at a time, the longest expired first. */
  synchronized List<Entry> expired(Instant now, int max) {
    return list(
        "WHERE expires_at IS NOT NULL AND expires_at <= ? ORDER BY expires_at LIMIT ?",
        now.toEpochMilli(),
        max);
  }

  /** Whether an item has the content of an address. */
  synchronized boolean refersTo(String address) {
    return !list("WHERE address = ? LIMIT 1", address).isEmpty();
  }

  /** The sizes of all contents, each once. */
  synchronized long totalBytes() {
    try {
      return number(
          "SELECT coalesce(sum(size_bytes), 0) FROM (SELECT DISTINCT address, size_bytes FROM"
              + " item)");
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /** Writes a copy into a new file, which is on the disk when this returns. */
  synchronized void copyTo(Path copy) {
    try {
      Files.createFile(copy, OwnerOnly.file());
      DatabaseCopies.write(connection, copy);
    } catch (SQLException e) {
      throw SqliteFaults.exception("The media index cannot be copied: " + e, e, copy);
    } catch (IOException e) {
      throw new StoreException("The media index cannot be copied: " + e, e);
    }
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private void update(String sql, @Nullable Object... arguments) {
    try (PreparedStatement statement = prepared(sql, arguments)) {
      statement.executeUpdate();
      log.committed();
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  private List<Entry> list(String where, Object... arguments) {
    try (PreparedStatement statement =
            prepared("SELECT " + COLUMNS + " FROM item " + where, arguments);
        ResultSet rows = statement.executeQuery()) {
      List<Entry> entries = new ArrayList<>();
      while (rows.next()) {
        entries.add(entry(rows));
      }
      return entries;
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    long expiresAt = row.getLong(7);
    Optional<Instant> expiry =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expiresAt));
    MediaItem item =
        new MediaItem(
            new MediaId(row.getString(1)),
            new AccountId(row.getLong(2)),
            row.getString(3),
            MediaType.valueOf(row.getString(4)),
            row.getLong(5),
            Instant.ofEpochMilli(row.getLong(6)),
            expiry);
    return new Entry(item, row.getString(8));
  }

  private StoreException fault(SQLException cause) {
    return SqliteFaults.exception(
        "The media index cannot be used: " + cause.getMessage(), cause, file);
  }

  @Override
  public synchronized void close() {
    try {
      log.forget();
      connection.close();
    } catch (SQLException e) {
      throw new StoreException("The media index cannot be closed", e);
    }
  }
}
