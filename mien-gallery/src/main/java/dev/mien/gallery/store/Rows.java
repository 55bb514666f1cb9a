package dev.mien.gallery.store;

import dev.mien.gallery.Change;
import dev.mien.gallery.Face;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.Gender;
import dev.mien.gallery.Group;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.Membership;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.Person;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.Template;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Rows of the database as records. Columns are found by name. */
final class Rows {
  private Rows() {}

  static GroupId groupId(ResultSet row) throws SQLException {
    return new GroupId(row.getString("group_id"));
  }

  static PersonId personId(ResultSet row) throws SQLException {
    return new PersonId(row.getString("person_id"));
  }

  static Group group(ResultSet row) throws SQLException {
    return new Group(
        groupId(row),
        row.getString("name"),
        TextList.split(row.getString("field_names")),
        row.getString("tag"),
        modelVersion(row),
        instant(row, "created_at_millis"),
        instant(row, "updated_at_millis"));
  }

  static Person person(ResultSet row) throws SQLException {
    return new Person(
        personId(row),
        row.getString("name"),
        gender(row),
        modelVersion(row),
        TextList.split(row.getString("face_ids")).stream()
            .map(text -> new FaceId(Long.parseLong(text)))
            .toList(),
        instant(row, "created_at_millis"));
  }

  static Change.PersonAdded personAdded(ResultSet row) throws SQLException {
    return new Change.PersonAdded(
        personId(row),
        row.getString("name"),
        gender(row),
        modelVersion(row),
        instant(row, "created_at_millis"));
  }

  static Membership membership(ResultSet row) throws SQLException {
    return new Membership(groupId(row), values(row));
  }

  static List<String> values(ResultSet row) throws SQLException {
    return TextList.split(row.getString("field_values"));
  }

  static Face face(ResultSet row) throws SQLException {
    return new Face(
        new FaceId(row.getLong("face_id")),
        new Template(row.getString("embedder_id"), Vectors.fromBytes(row.getBytes("vector"))),
        instant(row, "created_at_millis"));
  }

  private static ModelVersion modelVersion(ResultSet row) throws SQLException {
    try {
      return ModelVersion.of(row.getString("model_version"));
    } catch (GalleryException e) {
      throw new StoreException("The database holds an unknown model version", e);
    }
  }

  private static Gender gender(ResultSet row) throws SQLException {
    try {
      return Gender.of(row.getInt("gender"));
    } catch (GalleryException e) {
      throw new StoreException("The database holds an unknown gender", e);
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }
}
