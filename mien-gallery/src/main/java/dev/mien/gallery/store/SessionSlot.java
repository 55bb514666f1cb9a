package dev.mien.gallery.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A place for one connection. After a failure nobody knows what state a connection is in: SQLite
 * may have ended its transaction, and the driver has thrown away the statement that failed. So it
 * is closed then, which undoes what was not committed, and the next use opens another. Not
 * thread-safe.
 */
final class SessionSlot {
  private static final Logger LOG = LoggerFactory.getLogger(SessionSlot.class);

  /** How a connection is opened. */
  @FunctionalInterface
  interface Opening {
    SqlSession open() throws SQLException;
  }

  private final Opening opening;
  private @Nullable SqlSession session;

  /** A place whose connection is open. */
  SessionSlot(Opening opening) throws SQLException {
    this.opening = opening;
    this.session = opening.open();
  }

  /** The connection. */
  SqlSession session() throws SQLException {
    SqlSession open = session;
    if (open == null) {
      open = opening.open();
      session = open;
    }
    return open;
  }

  /**
   * Undoes what was not committed.
   *
   * @return whether that is certain
   */
  boolean rollBack() {
    if (session == null) {
      return true;
    }
    try {
      session.connection().rollback();
      return true;
    } catch (SQLException e) {
      LOG.warn("A database transaction was not rolled back: {}", e.getMessage());
      return discard();
    }
  }

  /**
   * Closes the connection, and with it the transaction.
   *
   * @return whether what was not committed is certainly undone
   */
  boolean discard() {
    SqlSession failed = session;
    session = null;
    if (failed == null) {
      return true;
    }
    try {
      failed.close();
      return true;
    } catch (SQLException e) {
      LOG.error("A database connection that has failed cannot be closed", e);
      return false;
    }
  }

  /** Closes the connection for good. */
  void close() throws SQLException {
    SqlSession open = session;
    session = null;
    if (open != null) {
      open.close();
    }
  }
}
