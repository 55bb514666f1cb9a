package dev.mien.gallery.store;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mien.gallery.Change;
import dev.mien.gallery.GalleryStore;
import dev.mien.gallery.StoreContents;
import dev.mien.gallery.StoreException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteGalleryStoreTest extends GalleryStoreContract {
  @TempDir private Path folder;
  private DataDirectory directory;
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(folder.resolve("data"));
    database = SqliteDatabase.open(directory);
  }

  @AfterEach
  void close() {
    database.close();
    directory.close();
  }

  @Override
  GalleryStore store() {
    return new SqliteGalleryStore(database);
  }

  @Test
  void what_was_acknowledged_is_there_after_opening_again() {
    store().apply(ACCOUNT, List.of(new Change.GroupAdded(group("g", "field"))));
    store().apply(ACCOUNT, member("p", "g", 1, 2));
    StoreContents before = StoreContents.of(store(), ACCOUNT);
    close();
    open();
    assertThat(StoreContents.of(store(), ACCOUNT)).isEqualTo(before);
    assertThat(before.faces()).singleElement().asInstanceOf(LIST).hasSize(2);
    assertThat(store().lastFaceId()).isPresent();
  }

  @Test
  void nobody_but_the_owner_reads_the_files() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    store().apply(ACCOUNT, List.of(new Change.GroupAdded(group("g"))));
    for (String name : List.of(SqliteDatabase.FILE, SqliteDatabase.FILE + "-wal")) {
      Path file = directory.path().resolve(name);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void a_commit_waits_for_the_disk_and_references_are_enforced() {
    List<String> settings =
        database.write(
            session ->
                List.of(
                    pragma(session, "journal_mode"),
                    pragma(session, "synchronous"),
                    pragma(session, "foreign_keys"),
                    pragma(session, "user_version")));
    assertThat(settings)
        .containsExactly("wal", "2", "1", Integer.toString(SchemaMigrations.VERSION));
  }

  private static String pragma(SqlSession session, String name) throws SQLException {
    return session.one("PRAGMA " + name, row -> row.getString(1)).orElseThrow();
  }

  @Test
  void listing_a_group_reads_only_the_page_in_order_of_an_index() {
    List<String> plan =
        database.read(
            session ->
                session.list(
                    "EXPLAIN QUERY PLAN SELECT group_key, person_key FROM membership"
                        + " WHERE group_key = 1 ORDER BY person_key LIMIT 10 OFFSET 5",
                    row -> row.getString("detail")));
    assertThat(plan).noneMatch(step -> step.contains("TEMP B-TREE") || step.contains("SCAN"));
  }

  @ParameterizedTest
  @ValueSource(strings = {SqliteReplay.PERSONS, SqliteReplay.FACES, SqliteReplay.CURRENT_FACES})
  void a_replay_sorts_nothing_and_reads_no_more_than_its_part(String query) {
    List<String> plan =
        database.read(
            session ->
                session.list(
                    "EXPLAIN QUERY PLAN " + query, row -> row.getString("detail"), 1, 2, 3));
    assertThat(plan)
        .anyMatch(step -> step.contains("person_by_account (app_id=? AND rowid>? AND rowid<?)"))
        .noneMatch(step -> step.contains("TEMP B-TREE"))
        .noneMatch(step -> step.matches("SCAN [a-z].*"));
  }

  @Test
  void a_database_of_a_newer_program_is_refused_and_left_alone() throws Exception {
    database.close();
    execute("PRAGMA user_version = 99");
    assertThatThrownBy(() -> SqliteDatabase.open(directory))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer")
        .hasMessageContaining("99");
    execute("PRAGMA user_version = " + SchemaMigrations.VERSION);
    database = SqliteDatabase.open(directory);
  }

  @Test
  void a_database_of_another_program_is_refused() throws Exception {
    database.close();
    Files.delete(directory.path().resolve(SqliteDatabase.FILE));
    execute("CREATE TABLE theirs (x)");
    assertThatThrownBy(() -> SqliteDatabase.open(directory))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("not one of Mien's");
    Files.delete(directory.path().resolve(SqliteDatabase.FILE));
    database = SqliteDatabase.open(directory);
  }

  @Test
  void a_file_that_is_no_database_is_refused() throws Exception {
    database.close();
    Path file = directory.path().resolve(SqliteDatabase.FILE);
    Files.writeString(file, "no database ".repeat(1000));
    assertThatThrownBy(() -> SqliteDatabase.open(directory))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString());
    Files.delete(file);
    database = SqliteDatabase.open(directory);
  }

  private void execute(String sql) throws SQLException {
    String url = "jdbc:sqlite:" + directory.path().resolve(SqliteDatabase.FILE);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
