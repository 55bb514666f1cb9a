package dev.mien.gallery.store;

import dev.mien.gallery.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * Brings a database to this program's schema. Step n is the resource {@code schema-n.sql}; a
 * database remembers the last step it has seen in {@code user_version}. Steps are never changed
 * once released.
 */
final class SchemaMigrations {
  /** The number of steps. */
  static final int VERSION = 8;

  /** "Mien" in ASCII: tells our files from other programs' databases. */
  private static final int APPLICATION_ID = 0x4D69656E;

  private static final Pattern STATEMENT_END = Pattern.compile(";\\s*\n");

  private SchemaMigrations() {}

  /**
   * Runs the missing steps, each in its own transaction. The connection commits by itself before
   * and after.
   */
  static void run(Connection connection) throws SQLException {
    int version = pragma(connection, "user_version");
    if (version > VERSION) {
      throw new StoreException(
          ("The database was written by a newer Mien (schema %d, this program knows %d)."
                  + " Start that version, or restore a backup.")
              .formatted(version, VERSION));
    }
    boolean ours =
        version == 0
            ? tableCount(connection) == 0
            : pragma(connection, "application_id") == APPLICATION_ID;
    if (!ours) {
      throw new StoreException("The database is not one of Mien's: choose another data directory");
    }
    for (int step = version + 1; step <= VERSION; step++) {
      migrate(connection, step);
    }
  }

  private static void migrate(Connection connection, int step) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String sql : STATEMENT_END.splitAsStream(script(step)).toList()) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
      statement.execute("PRAGMA application_id = " + APPLICATION_ID);
      statement.execute("PRAGMA user_version = " + step);
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static String script(int step) {
    String name = "schema-" + step + ".sql";
    try (InputStream resource = SchemaMigrations.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new StoreException("The program is incomplete: " + name + " is missing");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StoreException("The program is unreadable: " + name, e);
    }
  }

  private static int pragma(Connection connection, String name) throws SQLException {
    return number(connection, "PRAGMA " + name);
  }

  private static int tableCount(Connection connection) throws SQLException {
    return number(connection, "SELECT count(*) FROM sqlite_schema");
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}
