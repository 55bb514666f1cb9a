package dev.mien.gallery.store;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.Change;
import dev.mien.gallery.ReplayPart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads an account in parts of some thousand persons, who lie together in the database. */
final class SqliteReplay {
  /** Few enough that a part of faces is some megabytes, many enough that a query costs nothing. */
  private static final int PERSONS_PER_PART = 2048;

  private static final String PERSONS = "p.app_id = ? AND p.person_key BETWEEN ? AND ?";

  private final SqliteDatabase database;
  private final long appId;

  SqliteReplay(SqliteDatabase database, AccountId account) {
    this.database = database;
    this.appId = account.appId();
  }

  List<ReplayPart> parts() {
    List<ReplayPart> parts = new ArrayList<>();
    parts.add(this::groups);
    List<Long> firsts = firstPersons();
    for (int i = 0; i < firsts.size(); i++) {
      long first = firsts.get(i);
      long last = i + 1 < firsts.size() ? firsts.get(i + 1) - 1 : Long.MAX_VALUE;
      parts.add(consumer -> persons(first, last, consumer));
    }
    return parts;
  }

  /** The keys of the persons with whom parts begin. */
  private List<Long> firstPersons() {
    List<Long> firsts = new ArrayList<>();
    int[] persons = new int[1];
    database.read(
        session -> {
          session.each(
              "SELECT person_key FROM person WHERE app_id = ? ORDER BY person_key",
              row -> {
                if (persons[0]++ % PERSONS_PER_PART == 0) {
                  firsts.add(row.getLong(1));
                }
              },
              appId);
          return firsts;
        });
    return firsts;
  }

  private void groups(Consumer<Change> consumer) {
    database.read(
        session -> {
          session.each(
              SqliteGalleryStore.GROUP + "WHERE g.app_id = ? ORDER BY g.group_key",
              row -> consumer.accept(new Change.GroupAdded(Rows.group(row))),
              appId);
          session.each(
              """
              SELECT g.group_id FROM person_group g JOIN group_deletion USING (group_key)
              WHERE g.app_id = ? ORDER BY g.group_key
              """,
              row -> consumer.accept(new Change.GroupDeletionBegun(Rows.groupId(row))),
              appId);
          return appId;
        });
  }

  private void persons(long first, long last, Consumer<Change> consumer) {
    database.read(
        session -> {
          session.each(
              "SELECT person_id, name, gender, model_version, created_at_millis FROM person p WHERE"
                  + " "
                  + PERSONS
                  + " ORDER BY p.person_key",
              row -> consumer.accept(Rows.personAdded(row)),
              appId,
              first,
              last);
          session.each(
              "SELECT p.person_id, g.group_id, "
                  + SqliteGalleryStore.VALUES_COLUMN
                  + "FROM person p JOIN membership m USING (person_key)"
                  + " JOIN person_group g USING (group_key) WHERE "
                  + PERSONS
                  + " ORDER BY p.person_key, m.group_key",
              row ->
                  consumer.accept(
                      new Change.MembershipAdded(Rows.personId(row), Rows.membership(row))),
              appId,
              first,
              last);
          session.each(
              "SELECT p.person_id, "
                  + SqliteGalleryStore.FACE_COLUMNS
                  + "FROM person p "
                  + SqliteGalleryStore.FACES_AT
                  + "p.model_version WHERE "
                  + PERSONS
                  + " ORDER BY p.person_key, f.face_id",
              row -> consumer.accept(new Change.FaceAdded(Rows.personId(row), Rows.face(row))),
              appId,
              first,
              last);
          return appId;
        });
  }
}
