package dev.mien.gallery.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection with its prepared statements, which live as long as it does: the program has a fixed
 * set of them. Not thread-safe. A statement must not be used within its own rows.
 */
final class SqlSession implements AutoCloseable {
  /**
   * Makes an object of the row that the result set is at. What it refuses with {@link
   * IllegalArgumentException} is damage, so it must do nothing else.
   */
  @FunctionalInterface
  interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** Takes in the row that the result set is at, like {@link RowMapper}. */
  @FunctionalInterface
  interface RowConsumer {
    void accept(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  SqlSession(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  /** Runs an inserting, updating or deleting statement; gives the number of rows it touched. */
  int update(String sql, @Nullable Object... arguments) throws SQLException {
    return prepared(sql, arguments).executeUpdate();
  }

  /** All rows of a query. */
  <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... arguments)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    each(sql, row -> rows.add(mapper.map(row)), arguments);
    return rows;
  }

  /** The only row of a query, if it has one. */
  <T> Optional<T> one(String sql, RowMapper<T> mapper, @Nullable Object... arguments)
      throws SQLException {
    try (ResultSet rows = prepared(sql, arguments).executeQuery()) {
      return rows.next() ? Optional.of(mapper.map(rows)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new UnreadableRowException(e);
    }
  }

  /** The number that a counting query gives. */
  long count(String sql, @Nullable Object... arguments) throws SQLException {
    return one(sql, row -> row.getLong(1), arguments).orElse(0L);
  }

  /** Gives every row to a consumer, without keeping them. */
  void each(String sql, RowConsumer consumer, @Nullable Object... arguments) throws SQLException {
    try (ResultSet rows = prepared(sql, arguments).executeQuery()) {
      while (rows.next()) {
        consumer.accept(rows);
      }
    } catch (IllegalArgumentException e) {
      throw new UnreadableRowException(e);
    }
  }

  private PreparedStatement prepared(String sql, @Nullable Object... arguments)
      throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    connection.close(); // with its statements
  }
}
