package dev.mien.gallery.store;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.ReplayPart;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an account in parts of some thousand persons, who lie together in the database. A start
 * reads millions of rows here, so they have few columns, found by number, and what is short comes
 * in one row for a whole part.
 */
final class SqliteReplay {
  /** Few enough that a part of faces is some megabytes, many enough that a query costs nothing. */
  private static final int PERSONS_PER_PART = 1024;

  /** All persons of one account within a range of keys; an index holds no more than that. */
  private static final String IN_RANGE = "p.app_id = ? AND p.person_key BETWEEN ? AND ?";

  /** A person in several groups is there for each of them; one in none has an empty group key. */
  static final String PERSONS =
      """
      SELECT group_concat(person_key, char(31)), group_concat(person_id, char(31)),
        group_concat(group_key, char(31)), min(model_version), max(model_version)
      FROM (SELECT p.person_key, p.person_id, p.model_version,
          coalesce(m.group_key, '') AS group_key
        FROM person p LEFT JOIN membership m USING (person_key) WHERE
      """
          + IN_RANGE
          + " ORDER BY p.person_key, m.group_key)";

  /** Persons as they were added with the templates of their version, which most of them have. */
  static final String FACES =
      """
      SELECT p.person_key, f.face_id, f.embedder_id, f.vector, f.quality
      FROM person p JOIN face f USING (person_key) WHERE
      """
          + IN_RANGE
          + " ORDER BY p.person_key, f.face_id";

  /** Persons some of whom may have the templates that were kept for their version. */
  static final String CURRENT_FACES =
      """
      SELECT p.person_key, f.face_id, coalesce(k.embedder_id, f.embedder_id),
        coalesce(k.vector, f.vector), f.quality
      FROM person p JOIN face f USING (person_key)
        LEFT JOIN kept_template k ON k.face_id = f.face_id AND k.model_version = p.model_version
      WHERE
      """
          + IN_RANGE
          + " ORDER BY p.person_key, f.face_id";

  private final SqliteDatabase database;
  private final long appId;

  SqliteReplay(SqliteDatabase database, AccountId account) {
    this.database = database;
    this.appId = account.appId();
  }

  /**
   * Persons who follow each other.
   *
   * @param first the key of the first
   * @param last the key of the last
   */
  private record Range(long first, long last, int persons) {}

  List<ReplayPart> parts() {
    return database.read(
        session -> {
          Map<String, GroupId> groups = groups(session);
          return ranges(session).stream()
              .<ReplayPart>map(range -> new Part(range, groups))
              .toList();
        });
  }

  private Map<String, GroupId> groups(SqlSession session) throws SQLException {
    Map<String, GroupId> groups = new HashMap<>();
    session.each(
        "SELECT group_key, group_id FROM person_group WHERE app_id = ?",
        row -> groups.put(row.getString(1), Rows.groupId(row)),
        appId);
    return groups;
  }

  private List<Range> ranges(SqlSession session) throws SQLException {
    List<Range> ranges = new ArrayList<>();
    session.each(
        "SELECT person_key FROM person WHERE app_id = ? ORDER BY person_key",
        row -> {
          long key = row.getLong(1);
          Range open = ranges.isEmpty() ? new Range(key, key, PERSONS_PER_PART) : ranges.getLast();
          if (open.persons() == PERSONS_PER_PART) {
            ranges.add(new Range(key, key, 1));
          } else {
            ranges.set(ranges.size() - 1, new Range(open.first(), key, open.persons() + 1));
          }
        },
        appId);
    return ranges;
  }

  private final class Part implements ReplayPart {
    private final Range range;
    private final Map<String, GroupId> groups;

    Part(Range range, Map<String, GroupId> groups) {
      this.range = range;
      this.groups = groups;
    }

    @Override
    public int personCount() {
      return range.persons();
    }

    @Override
    public void read(Visitor visitor) {
      PersonCollector persons = new PersonCollector(groups, visitor);
      database.read(
          session -> {
            each(session, PERSONS, persons::addAll);
            each(session, mayHaveKept(session, persons) ? CURRENT_FACES : FACES, persons::addFace);
            persons.tellRest();
            return range;
          });
    }

    /** Looking for a kept template costs half as much as all else that is read of a face. */
    private boolean mayHaveKept(SqlSession session, PersonCollector persons) throws SQLException {
      Optional<String> version = persons.onlyVersion();
      return version.isEmpty()
          || session.count(
                  "SELECT EXISTS (SELECT 1 FROM kept_template WHERE model_version = ?)",
                  version.get())
              > 0;
    }

    private void each(SqlSession session, String sql, SqlSession.RowConsumer consumer)
        throws SQLException {
      session.each(sql, consumer, appId, range.first(), range.last());
    }
  }
}
