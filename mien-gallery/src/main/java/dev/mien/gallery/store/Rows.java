package dev.mien.gallery.store;

import dev.mien.gallery.Face;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.FaceLook;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.Gender;
import dev.mien.gallery.Group;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.KnownFace;
import dev.mien.gallery.Membership;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.Person;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.Quality;
import dev.mien.gallery.Template;
import dev.mien.gallery.UpgradeJob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Rows of the database as records. Columns are found by name, those that a start reads by number.
 */
final class Rows {
  /** In the column of a face's quality. */
  private static final int UNKNOWN_QUALITY = -1;

  private Rows() {}

  /** A text that is never null but where the database is damaged. */
  static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    if (text == null) {
      throw new UnreadableRowException("a row has no " + column);
    }
    return text;
  }

  /** Bytes that are never null but where the database is damaged. */
  static byte[] bytes(ResultSet row, int column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    if (bytes == null) {
      throw new UnreadableRowException("a row has no bytes at " + column);
    }
    return bytes;
  }

  static GroupId groupId(ResultSet row) throws SQLException {
    return new GroupId(text(row, "group_id"));
  }

  static PersonId personId(ResultSet row) throws SQLException {
    return new PersonId(text(row, "person_id"));
  }

  static Group group(ResultSet row) throws SQLException {
    return new Group(
        groupId(row),
        text(row, "name"),
        TextList.split(row.getString("field_names")),
        text(row, "tag"),
        modelVersion(row),
        instant(row, "created_at_millis"),
        instant(row, "updated_at_millis"));
  }

  static Person person(ResultSet row) throws SQLException {
    return new Person(
        personId(row),
        text(row, "name"),
        gender(row),
        modelVersion(row),
        TextList.split(row.getString("face_ids")).stream()
            .map(text -> new FaceId(Long.parseLong(text)))
            .toList(),
        instant(row, "created_at_millis"),
        text(row, "tag"));
  }

  static Membership membership(ResultSet row) throws SQLException {
    return new Membership(groupId(row), values(row));
  }

  static List<String> values(ResultSet row) throws SQLException {
    return TextList.split(row.getString("field_values"));
  }

  static Face face(ResultSet row) throws SQLException {
    return new Face(
        faceId(row),
        new Template(
            text(row, "embedder_id"), Vectors.fromBytes(bytes(row, row.findColumn("vector")))),
        quality(row.getInt("quality")),
        instant(row, "created_at_millis"));
  }

  /** What a column of a face's quality says. */
  static Quality quality(int column) {
    return column == UNKNOWN_QUALITY ? Quality.UNKNOWN : Quality.of(column);
  }

  /** What such a column is to say. */
  static int column(Quality quality) {
    return quality.score().orElse(UNKNOWN_QUALITY);
  }

  /** A face whose look's columns are all null if there is none. */
  static KnownFace knownFace(ResultSet row) throws SQLException {
    int x = row.getInt("x");
    Optional<FaceLook> look = row.wasNull() ? Optional.empty() : Optional.of(look(row, x));
    return new KnownFace(faceId(row), personId(row), look);
  }

  private static FaceLook look(ResultSet row, int x) throws SQLException {
    return new FaceLook(
        x,
        row.getInt("y"),
        row.getInt("width"),
        row.getInt("height"),
        row.getInt("pitch"),
        row.getInt("yaw"),
        row.getInt("roll"),
        traits(row));
  }

  private static Optional<FaceLook.Traits> traits(ResultSet row) throws SQLException {
    int gender = row.getInt("gender");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(
            new FaceLook.Traits(
                gender, row.getInt("age"), row.getInt("smile"), row.getBoolean("glasses")));
  }

  static FaceId faceId(ResultSet row) throws SQLException {
    return new FaceId(row.getLong("face_id"));
  }

  static UpgradeJob upgradeJob(ResultSet row) throws SQLException {
    long endedAtMillis = row.getLong("ended_at_millis");
    boolean ended = !row.wasNull();
    return new UpgradeJob(
        text(row, "job_id"),
        groupId(row),
        modelVersion(row, "from_version"),
        modelVersion(row, "to_version"),
        UpgradeJob.State.valueOf(text(row, "state")),
        instant(row, "started_at_millis"),
        ended ? Optional.of(Instant.ofEpochMilli(endedAtMillis)) : Optional.empty());
  }

  private static ModelVersion modelVersion(ResultSet row) throws SQLException {
    return modelVersion(row, "model_version");
  }

  private static ModelVersion modelVersion(ResultSet row, String column) throws SQLException {
    try {
      return ModelVersion.of(text(row, column));
    } catch (GalleryException e) {
      throw new UnreadableRowException("a model version is unknown: " + e.getMessage());
    }
  }

  private static Gender gender(ResultSet row) throws SQLException {
    try {
      return Gender.of(row.getInt("gender"));
    } catch (GalleryException e) {
      throw new UnreadableRowException("a gender is unknown: " + e.getMessage());
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }
}
