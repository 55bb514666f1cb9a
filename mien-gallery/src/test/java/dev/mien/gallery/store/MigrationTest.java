package dev.mien.gallery.store;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.OLD_EMBEDDER;
import static dev.mien.gallery.GalleryFixture.best;
import static dev.mien.gallery.GalleryFixture.gallery;
import static dev.mien.gallery.GalleryFixture.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.Candidate;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryError;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.PersonId;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data directories of earlier versions, as those versions wrote them. */
class MigrationTest {
  private static final GroupId G = new GroupId("g");
  private static final long FACE = FaceId.MIN + 7;

  @TempDir private Path folder;

  /** What the first version wrote, in its own SQL. */
  private void writeVersion1() throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(SqliteDatabase.FILE));
        Statement statement = connection.createStatement();
        InputStream script = SchemaMigrations.class.getResourceAsStream("schema-1.sql")) {
      String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      for (String one : sql.split(";\\s*\n", -1)) {
        if (!one.isBlank()) {
          statement.execute(one);
        }
      }
      statement.execute("PRAGMA application_id = 1298752878"); // "Mien"
      statement.execute("PRAGMA user_version = 1");
      statement.execute(
          "INSERT INTO person_group VALUES (1, "
              + ACCOUNT
              + ", 'g', 'Name', 'tag', '2.0', 1700000000123, 1700000000456)");
      statement.execute("INSERT INTO group_field VALUES (1, 0, 'field')");
      statement.execute(
          "INSERT INTO person VALUES (1, " + ACCOUNT + ", 'p', 'Ann', 2, '2.0', 1700000000789)");
      statement.execute("INSERT INTO membership VALUES (1, 1)");
      statement.execute("INSERT INTO membership_value VALUES (1, 1, 0, 'value')");
      try (PreparedStatement face =
          connection.prepareStatement("INSERT INTO face VALUES (?, 1, ?, ?, 1700000000790)")) {
        face.setLong(1, FACE);
        face.setString(2, OLD_EMBEDDER);
        face.setBytes(3, Vectors.toBytes(template(OLD_EMBEDDER, 1).vector()));
        face.execute();
      }
      statement.execute("INSERT INTO last_face_id VALUES (1, " + FACE + ")");
    }
  }

  @Test
  void everything_of_version_1_is_there_and_works() throws Exception {
    writeVersion1();
    try (DataDirectory directory = DataDirectory.open(folder);
        SqliteDatabase database = SqliteDatabase.open(directory);
        Gallery gallery = gallery(new SqliteGalleryStore(database))) {
      assertThat(gallery.group(ACCOUNT, G).modelVersion()).isEqualTo(ModelVersion.V2_0);
      assertThat(gallery.group(ACCOUNT, G).createdAt().toEpochMilli()).isEqualTo(1700000000123L);
      assertThat(gallery.persons(ACCOUNT, G, 0, 10).items().getFirst().values())
          .containsExactly("value");
      Candidate found =
          gallery
              .searchFaces(ACCOUNT, List.of(G), template(OLD_EMBEDDER, 1), best(1))
              .candidates()
              .getFirst();
      assertThat(found.faceId()).contains(new FaceId(FACE));
      assertThat(found.score().value()).isEqualTo(100);
      assertThat(gallery.person(ACCOUNT, new PersonId("p")).tag()).isEmpty();
      assertThat(gallery.face(ACCOUNT, new FaceId(FACE)).look()).isEmpty();
      assertThatThrownBy(() -> gallery.upgradeGroup(ACCOUNT, G, ModelVersion.V3_0))
          .as("version 1 kept no templates of other model versions")
          .isInstanceOfSatisfying(
              GalleryException.class,
              e -> {
                assertThat(e.error()).isEqualTo(GalleryError.UPGRADE_FACES_LOST);
                assertThat(e.value()).isEqualTo(Long.toString(FACE));
              });
      gallery.deleteGroup(ACCOUNT, G);
    }
  }
}
