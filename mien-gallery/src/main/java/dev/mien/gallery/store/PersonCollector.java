package dev.mien.gallery.store;

import dev.mien.gallery.FaceId;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.StoredFace;
import dev.mien.gallery.StoredPerson;
import dev.mien.gallery.Template;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts persons together with what other queries say of them: first all persons, then all groups,
 * then all faces. All rows come in the order of the persons' keys, so that none needs to search for
 * its person, and a person is told, and its faces are forgotten, when the next one's face comes.
 */
final class PersonCollector {
  private record Row(long key, PersonId id, List<GroupId> groups, List<StoredFace> faces) {}

  private final Consumer<StoredPerson> consumer;
  private final List<Row> rows = new ArrayList<>();

  /** The row that was asked for last. */
  private int place;

  /** How many have been told. */
  private int told;

  /** As the last face's row had it. */
  private byte[] embedderBytes = new byte[0];

  private String embedderId = "";

  PersonCollector(Consumer<StoredPerson> consumer) {
    this.consumer = consumer;
  }

  void add(long key, PersonId id) {
    rows.add(new Row(key, id, new ArrayList<>(1), new ArrayList<>(1)));
  }

  void addGroup(long key, @Nullable GroupId group) throws SQLException {
    if (group == null) {
      throw new UnreadableRowException("a person is in a group that is not there");
    }
    row(key).groups().add(group);
  }

  /** Takes a person's key, a face's id, the embedder and the vector. */
  void addFace(ResultSet face) throws SQLException {
    byte[] vector = Rows.bytes(face, 4);
    Row person = row(face.getLong(1));
    tell(place);
    person
        .faces()
        .add(
            new StoredFace(
                new FaceId(face.getLong(2)),
                new Template(embedder(Rows.bytes(face, 3)), Vectors.fromBytes(vector))));
  }

  /** Nearly all faces have the embedder of the one before: then its text is not made again. */
  private String embedder(byte[] bytes) {
    if (!Arrays.equals(bytes, embedderBytes)) {
      embedderBytes = bytes;
      embedderId = new String(bytes, StandardCharsets.UTF_8);
    }
    return embedderId;
  }

  private Row row(long key) throws SQLException {
    if (place == rows.size() || rows.get(place).key() > key) {
      place = 0; // another query begins
    }
    while (place < rows.size() && rows.get(place).key() < key) {
      place++;
    }
    if (place == rows.size() || rows.get(place).key() != key) {
      throw new UnreadableRowException("there is no person " + key);
    }
    return rows.get(place);
  }

  /** Tells the persons who are left, when there are no more faces. */
  void tellRest() {
    tell(rows.size());
  }

  private void tell(int end) {
    for (; told < end; told++) {
      Row row = rows.get(told);
      consumer.accept(new StoredPerson(row.id(), row.groups(), row.faces()));
      row.faces().clear();
    }
  }
}
