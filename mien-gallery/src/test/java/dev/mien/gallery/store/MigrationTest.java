package dev.mien.gallery.store;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.OLD_EMBEDDER;
import static dev.mien.gallery.GalleryFixture.best;
import static dev.mien.gallery.GalleryFixture.enrol;
import static dev.mien.gallery.GalleryFixture.faces;
import static dev.mien.gallery.GalleryFixture.gallery;
import static dev.mien.gallery.GalleryFixture.near;
import static dev.mien.gallery.GalleryFixture.newGroup;
import static dev.mien.gallery.GalleryFixture.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.Candidate;
import dev.mien.gallery.Face;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.FaceTemplates;
import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryError;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.Quality;
import dev.mien.gallery.Template;
import dev.mien.gallery.score.Score;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data directories of earlier versions, as those versions wrote them. */
class MigrationTest {
  private static final GroupId G = new GroupId("g");
  private static final long FACE = FaceId.MIN + 7;

  @TempDir private Path folder;

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(SqliteDatabase.FILE));
  }

  /** An empty database as a version made it. */
  private static void makeTables(Statement statement, int version) throws Exception {
    for (int step = 1; step <= version; step++) {
      try (InputStream script =
          SchemaMigrations.class.getResourceAsStream("schema-" + step + ".sql")) {
        String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        for (String one : sql.split(";\\s*\n", -1)) {
          if (!one.isBlank()) {
            statement.execute(one);
          }
        }
      }
    }
    statement.execute("PRAGMA application_id = 1298752878"); // "Mien"
    statement.execute("PRAGMA user_version = " + version);
  }

  /** What the first version wrote, in its own SQL. */
  private void writeVersion1() throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      makeTables(statement, 1);
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

  /** A person with faces, as the last version wrote it that knew nothing of their quality. */
  private void writeVersion7(List<Template> faces) throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      makeTables(statement, 7);
      statement.execute(
          "INSERT INTO person_group VALUES (1, " + ACCOUNT + ", 'g', 'Name', '', '3.0', 1, 1)");
      statement.execute(
          "INSERT INTO person VALUES (1, " + ACCOUNT + ", 'p', 'Ann', 2, '3.0', 1, '')");
      statement.execute("INSERT INTO membership VALUES (1, 1)");
      try (PreparedStatement face =
          connection.prepareStatement("INSERT INTO face VALUES (?, 1, ?, ?, 1)")) {
        for (int i = 0; i < faces.size(); i++) {
          face.setLong(1, FACE + i);
          face.setString(2, faces.get(i).embedderId());
          face.setBytes(3, Vectors.toBytes(faces.get(i).vector()));
          face.execute();
        }
      }
      statement.execute("INSERT INTO last_face_id VALUES (1, " + (FACE + faces.size()) + ")");
    }
  }

  @Test
  void faces_of_version_7_keep_their_mean_and_weigh_as_ordinary_beside_new_ones() throws Exception {
    PersonId p = new PersonId("p");
    Template probe = template(1);
    Template near = near(probe, 0.6, 2);
    Template far = near(probe, 0.2, 3);
    writeVersion7(List.of(near, far));
    try (DataDirectory directory = DataDirectory.open(folder);
        SqliteDatabase database = SqliteDatabase.open(directory)) {
      SqliteGalleryStore store = new SqliteGalleryStore(database);
      assertThat(store.faces(ACCOUNT, p))
          .extracting(Face::quality)
          .containsExactly(Quality.UNKNOWN, Quality.UNKNOWN);
      try (Gallery gallery = gallery(store)) {
        gallery.createGroup(ACCOUNT, newGroup("new"));
        enrol(gallery, "even", "new", near);
        gallery.addFaces(ACCOUNT, new PersonId("even"), faces(far), Optional.empty());
        Score before = gallery.verifyPerson(ACCOUNT, p, probe);
        assertThat(gallery.verifyPerson(ACCOUNT, new PersonId("even"), probe)).isEqualTo(before);
        FaceTemplates poor =
            new FaceTemplates(
                Map.of(ModelVersion.V3_0, near(probe, -0.5, 4)), Quality.of(30), Optional.empty());
        gallery.addFaces(ACCOUNT, p, List.of(poor), Optional.empty());
        gallery.addFaces(
            ACCOUNT, new PersonId("even"), faces(near(probe, -0.5, 4)), Optional.empty());
        assertThat(gallery.verifyPerson(ACCOUNT, p, probe).value())
            .isLessThan(before.value())
            .isGreaterThan(gallery.verifyPerson(ACCOUNT, new PersonId("even"), probe).value());
      }
      assertThat(store.faces(ACCOUNT, p))
          .extracting(Face::quality)
          .containsExactly(Quality.UNKNOWN, Quality.UNKNOWN, Quality.of(30));
    }
  }
}
