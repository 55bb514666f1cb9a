package dev.mien.gallery.store;

import dev.mien.gallery.FaceId;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.ReplayPart;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Puts persons together with their faces, which another query tells: first all persons with their
 * groups, then all faces. Both come in the order of the persons' keys, so that no face needs to
 * search for its person, and a person is told when the first face comes that is its own or a later
 * person's. Faces make no objects but what the visitor makes of them.
 */
final class PersonCollector {
  private record Row(long key, PersonId id, List<GroupId> groups) {}

  private final Map<String, GroupId> groupsByKey;

  /** The lists of those who are in one group only, by its key. */
  private final Map<String, List<GroupId>> single = new HashMap<>();

  private final ReplayPart.Visitor visitor;
  private final List<Row> rows = new ArrayList<>();

  /** How many have been told. */
  private int told;

  private Optional<String> onlyVersion = Optional.empty();

  /** As the last face's row had it. */
  private byte[] embedderBytes = new byte[0];

  private String embedderId = "";
  private float[] vector = {};

  /**
   * A collector.
   *
   * @param groupsByKey all groups of the account
   */
  PersonCollector(Map<String, GroupId> groupsByKey, ReplayPart.Visitor visitor) {
    this.groupsByKey = groupsByKey;
    this.visitor = visitor;
  }

  /** The model version of all persons, if they have one and the same. */
  Optional<String> onlyVersion() {
    return onlyVersion;
  }

  /**
   * Takes lists of persons' keys, their ids, and keys of groups, an empty one for no group, and
   * then the smallest and the largest model version.
   */
  void addAll(ResultSet lists) throws SQLException {
    String version = lists.getString(4);
    onlyVersion = Optional.ofNullable(version).filter(Predicate.isEqual(lists.getString(5)));
    List<String> keys = TextList.split(lists.getString(1));
    List<String> ids = TextList.split(lists.getString(2));
    List<String> groups = TextList.split(lists.getString(3));
    if (ids.size() != keys.size() || groups.size() != keys.size()) {
      throw new UnreadableRowException("a person's id is not one");
    }
    for (int i = 0; i < keys.size(); ) {
      int end = i + 1;
      while (end < keys.size() && keys.get(end).equals(keys.get(i))) {
        end++;
      }
      rows.add(
          new Row(
              Long.parseLong(keys.get(i)),
              new PersonId(ids.get(i)),
              groups(groups.subList(i, end))));
      i = end;
    }
  }

  private List<GroupId> groups(List<String> keys) throws SQLException {
    String first = keys.getFirst();
    if (keys.size() > 1) {
      List<GroupId> groups = new ArrayList<>();
      for (String key : keys) {
        groups.add(group(key));
      }
      return List.copyOf(groups);
    }
    List<GroupId> known = single.get(first);
    if (known == null) {
      known = first.isEmpty() ? List.of() : List.of(group(first));
      single.put(first, known);
    }
    return known;
  }

  private GroupId group(String key) throws SQLException {
    GroupId group = groupsByKey.get(key);
    if (group == null) {
      throw new UnreadableRowException("a person is in a group that is not there");
    }
    return group;
  }

  /** Takes a person's key, a face's id, the embedder, the vector and the quality. */
  void addFace(ResultSet face) throws SQLException {
    long key = face.getLong(1);
    while (told < rows.size() && rows.get(told).key() <= key) {
      tellNext();
    }
    if (told == 0 || rows.get(told - 1).key() != key) {
      throw new UnreadableRowException("there is no person " + key);
    }
    byte[] bytes = Rows.bytes(face, 4);
    if (vector.length != bytes.length / Float.BYTES) {
      vector = new float[bytes.length / Float.BYTES];
    }
    Vectors.read(bytes, vector);
    visitor.face(
        new FaceId(face.getLong(2)),
        embedder(Rows.bytes(face, 3)),
        vector,
        Rows.quality(face.getInt(5)));
  }

  /** Nearly all faces have the embedder of the one before: then its text is not made again. */
  private String embedder(byte[] bytes) {
    if (!Arrays.equals(bytes, embedderBytes)) {
      embedderBytes = bytes;
      embedderId = new String(bytes, StandardCharsets.UTF_8);
    }
    return embedderId;
  }

  /** Tells the persons who are left, when there are no more faces. */
  void tellRest() {
    while (told < rows.size()) {
      tellNext();
    }
  }

  private void tellNext() {
    Row row = rows.get(told++);
    visitor.person(row.id(), row.groups());
  }
}
