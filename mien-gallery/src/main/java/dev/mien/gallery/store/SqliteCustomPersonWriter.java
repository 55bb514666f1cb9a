package dev.mien.gallery.store;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.CustomCategory;
import dev.mien.gallery.CustomChange;
import dev.mien.gallery.CustomImage;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.StoreException;
import java.sql.SQLException;

/** Makes changes of custom persons in SQL, within a transaction that somebody else ends. */
final class SqliteCustomPersonWriter {
  private final SqlSession session;
  private final long appId;

  SqliteCustomPersonWriter(SqlSession session, AccountId account) {
    this.session = session;
    this.appId = account.appId();
  }

  void apply(CustomChange change) throws SQLException {
    switch (change) {
      case CustomChange.GroupMade made -> makeGroup(made);
      case CustomChange.CategoryAdded added -> addCategory(added.category());
      case CustomChange.CategoryChanged changed -> changeCategory(changed.category());
      case CustomChange.CategoryRemoved removed ->
          requireOne(
              session.update(
                  "DELETE FROM custom_category WHERE app_id = ? AND number = ?",
                  appId,
                  removed.number()),
              "category " + removed.number());
      case CustomChange.PersonPut put -> putPerson(put);
      case CustomChange.PersonRemoved removed ->
          requireOne(
              session.update(
                  "DELETE FROM custom_person WHERE app_id = ? AND person_id = ?",
                  appId,
                  removed.id().value()),
              "custom person " + removed.id());
      case CustomChange.ImageAdded added -> addImage(added.id(), added.image());
    }
  }

  private void makeGroup(CustomChange.GroupMade made) throws SQLException {
    requireOne(
        session.update(
            """
            INSERT INTO custom_group (app_id, group_key, bucket)
            SELECT app_id, group_key, ? FROM person_group WHERE app_id = ? AND group_id = ?
            """,
            made.bucket(),
            appId,
            made.group().value()),
        "group " + made.group());
  }

  private void addCategory(CustomCategory category) throws SQLException {
    session.update(
        """
        INSERT INTO custom_category (app_id, number, first_level, second_level)
        VALUES (?, ?, ?, ?)
        """,
        appId,
        category.number(),
        category.first(),
        category.second());
    session.update(
        """
        INSERT INTO last_custom_category (app_id, number) VALUES (?, ?)
        ON CONFLICT DO UPDATE SET number = max(number, excluded.number)
        """,
        appId,
        category.number());
  }

  private void changeCategory(CustomCategory category) throws SQLException {
    requireOne(
        session.update(
            """
            UPDATE custom_category SET first_level = ?, second_level = ?
            WHERE app_id = ? AND number = ?
            """,
            category.first(),
            category.second(),
            appId,
            category.number()),
        "category " + category.number());
  }

  /** A category that does not exist is null, which the table refuses. */
  private void putPerson(CustomChange.PersonPut put) throws SQLException {
    session.update(
        """
        INSERT INTO custom_person
          (app_id, person_id, person_key, name, basic_info, category_key, created_at_millis)
        VALUES (?1, ?2, (SELECT person_key FROM person WHERE app_id = ?1 AND person_id = ?2), ?3, ?4,
          (SELECT category_key FROM custom_category WHERE app_id = ?1 AND number = ?5), ?6)
        ON CONFLICT (app_id, person_id) DO UPDATE SET person_key = excluded.person_key,
          name = excluded.name, basic_info = excluded.basic_info,
          category_key = excluded.category_key
        """,
        appId,
        put.id().value(),
        put.name(),
        put.basicInfo(),
        put.category(),
        put.createdAt().toEpochMilli());
  }

  private void addImage(PersonId id, CustomImage image) throws SQLException {
    requireOne(
        session.update(
            """
            INSERT INTO custom_image (custom_key, image_id, media, face_id)
            SELECT c.custom_key, ?, ?, f.face_id
            FROM custom_person c JOIN person p USING (app_id, person_id)
              JOIN face f ON f.person_key = p.person_key
            WHERE c.app_id = ? AND c.person_id = ? AND f.face_id = ?
            """,
            image.id(),
            image.media(),
            appId,
            id.value(),
            image.faceId().number()),
        "face " + image.faceId() + " of custom person " + id);
  }

  private static void requireOne(int changed, String what) {
    if (changed != 1) {
      throw new StoreException("A change does not fit to the database: there is no " + what);
    }
  }
}
