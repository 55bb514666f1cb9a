package dev.mien.gallery.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Copies of SQLite databases that are in use. */
public final class DatabaseCopies {
  private DatabaseCopies() {}

  /**
   * Writes the last committed state into a file, which is on the disk when this returns.
   *
   * @param connection must not be in a transaction
   * @param copy exists and is empty
   */
  public static void write(Connection connection, Path copy) throws SQLException, IOException {
    try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, copy.toString());
      vacuum.execute();
    }
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.force(true); // which SQLite leaves to whoever has asked for the copy
    }
  }

  /** The first column of a query's first row; empty without a row. */
  static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }
}
