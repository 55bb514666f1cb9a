package dev.mien.gallery.store;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.Change;
import dev.mien.gallery.Face;
import dev.mien.gallery.FaceLook;
import dev.mien.gallery.Group;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.Membership;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.UpgradeJob;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes changes in SQL, within a transaction that somebody else ends. */
final class SqliteWriter {
  private final SqlSession session;
  private final long appId;

  SqliteWriter(SqlSession session, AccountId account) {
    this.session = session;
    this.appId = account.appId();
  }

  void apply(Change change) throws SQLException {
    switch (change) {
      case Change.GroupAdded added -> addGroup(added.group());
      case Change.GroupChanged changed -> changeGroup(changed.group());
      case Change.GroupRemoved removed -> removeGroup(removed.id());
      case Change.GroupDeletionBegun begun ->
          session.update("INSERT INTO group_deletion (group_key) VALUES (?)", groupKey(begun.id()));
      case Change.GroupVersionChanged changed -> changeVersion(changed);
      case Change.UpgradeStarted started -> addUpgrade(started.job());
      case Change.UpgradeChanged changed -> changeUpgrade(changed.job());
      case Change.PersonAdded added -> addPerson(added);
      case Change.PersonChanged changed -> changePerson(changed);
      case Change.PersonTagged tagged ->
          session.update(
              "UPDATE person SET tag = ? WHERE person_key = ?",
              tagged.tag(),
              personKey(tagged.id()));
      case Change.PersonRemoved removed -> removePerson(removed.id());
      case Change.MembershipAdded added -> addMembership(added.personId(), added.membership());
      case Change.MembershipChanged changed ->
          changeMembership(changed.personId(), changed.membership());
      case Change.MembershipRemoved removed ->
          removeMembership(removed.personId(), removed.groupId());
      case Change.FaceAdded added -> addFace(added.personId(), added.face());
      case Change.TemplateKept kept -> keepTemplate(kept);
      case Change.LookKept kept -> keepLook(kept);
      case Change.FaceRemoved removed -> removeFace(removed);
      case Change.OfCustomPersons custom ->
          new SqliteCustomPersonWriter(session, new AccountId(appId)).apply(custom.change());
    }
  }

  private void addGroup(Group group) throws SQLException {
    session.update(
        """
        INSERT INTO person_group
          (app_id, group_id, name, tag, model_version, created_at_millis, updated_at_millis)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        appId,
        group.id().value(),
        group.name(),
        group.tag(),
        group.modelVersion().text(),
        group.createdAt().toEpochMilli(),
        group.updatedAt().toEpochMilli());
    addFields(groupKey(group.id()), group.fieldNames());
  }

  private void changeGroup(Group group) throws SQLException {
    long groupKey = groupKey(group.id());
    session.update(
        "UPDATE person_group SET name = ?, tag = ?, updated_at_millis = ? WHERE group_key = ?",
        group.name(),
        group.tag(),
        group.updatedAt().toEpochMilli(),
        groupKey);
    session.update("DELETE FROM group_field WHERE group_key = ?", groupKey);
    addFields(groupKey, group.fieldNames());
  }

  private void addFields(long groupKey, List<String> names) throws SQLException {
    for (int position = 0; position < names.size(); position++) {
      session.update(
          "INSERT INTO group_field (group_key, position, name) VALUES (?, ?, ?)",
          groupKey,
          position,
          names.get(position));
    }
  }

  private void removeGroup(GroupId id) throws SQLException {
    session.update("DELETE FROM person_group WHERE group_key = ?", groupKey(id));
  }

  private void changeVersion(Change.GroupVersionChanged change) throws SQLException {
    long groupKey = groupKey(change.id());
    String version = change.version().text();
    session.update(
        "UPDATE person_group SET model_version = ? WHERE group_key = ?", version, groupKey);
    session.update(
        """
        UPDATE person SET model_version = ?
        WHERE person_key IN (SELECT person_key FROM membership WHERE group_key = ?)
        """,
        version,
        groupKey);
  }

  private void addUpgrade(UpgradeJob job) throws SQLException {
    session.update(
        """
        INSERT INTO upgrade_job
          (job_id, group_key, from_version, to_version, state, started_at_millis, ended_at_millis)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        job.id(),
        groupKey(job.groupId()),
        job.from().text(),
        job.to().text(),
        job.state().name(),
        job.startedAt().toEpochMilli(),
        job.endedAt().map(Instant::toEpochMilli).orElse(null));
  }

  private void changeUpgrade(UpgradeJob job) throws SQLException {
    int changed =
        session.update(
            "UPDATE upgrade_job SET state = ?, ended_at_millis = ?"
                + " WHERE job_id = ? AND group_key = ?",
            job.state().name(),
            job.endedAt().map(Instant::toEpochMilli).orElse(null),
            job.id(),
            groupKey(job.groupId()));
    if (changed != 1) {
      throw missing("upgrade job " + job.id());
    }
  }

  private void addPerson(Change.PersonAdded person) throws SQLException {
    session.update(
        """
        INSERT INTO person (app_id, person_id, name, gender, model_version, created_at_millis)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        appId,
        person.id().value(),
        person.name(),
        person.gender().code(),
        person.modelVersion().text(),
        person.createdAt().toEpochMilli());
  }

  private void changePerson(Change.PersonChanged person) throws SQLException {
    long personKey = personKey(person.id());
    session.update(
        "UPDATE person SET name = ?, gender = ? WHERE person_key = ?",
        person.name(),
        person.gender().code(),
        personKey);
    session.update(
        "UPDATE custom_person SET name = ? WHERE person_key = ?", person.name(), personKey);
  }

  private void removePerson(PersonId id) throws SQLException {
    session.update("DELETE FROM person WHERE person_key = ?", personKey(id));
  }

  private void addMembership(PersonId personId, Membership membership) throws SQLException {
    long groupKey = groupKey(membership.groupId());
    long personKey = personKey(personId);
    session.update(
        "INSERT INTO membership (group_key, person_key) VALUES (?, ?)", groupKey, personKey);
    addValues(groupKey, personKey, membership.values());
  }

  private void changeMembership(PersonId personId, Membership membership) throws SQLException {
    long groupKey = groupKey(membership.groupId());
    long personKey = personKey(personId);
    if (session.count(
            "SELECT count(*) FROM membership WHERE group_key = ? AND person_key = ?",
            groupKey,
            personKey)
        == 0) {
      throw missing("membership of " + personId + " in " + membership.groupId());
    }
    session.update(
        "DELETE FROM membership_value WHERE group_key = ? AND person_key = ?", groupKey, personKey);
    addValues(groupKey, personKey, membership.values());
  }

  private void addValues(long groupKey, long personKey, List<String> values) throws SQLException {
    for (int position = 0; position < values.size(); position++) {
      if (!values.get(position).isEmpty()) {
        session.update(
            """
            INSERT INTO membership_value (group_key, person_key, position, value)
            VALUES (?, ?, ?, ?)
            """,
            groupKey,
            personKey,
            position,
            values.get(position));
      }
    }
  }

  private void removeMembership(PersonId personId, GroupId groupId) throws SQLException {
    int removed =
        session.update(
            "DELETE FROM membership WHERE group_key = ? AND person_key = ?",
            groupKey(groupId),
            personKey(personId));
    if (removed != 1) {
      throw missing("membership of " + personId + " in " + groupId);
    }
  }

  private void addFace(PersonId personId, Face face) throws SQLException {
    session.update(
        """
        INSERT INTO face (face_id, person_key, embedder_id, vector, created_at_millis, quality)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        face.id().number(),
        personKey(personId),
        face.template().embedderId(),
        Vectors.toBytes(face.template().vector()),
        face.createdAt().toEpochMilli(),
        Rows.column(face.quality()));
    session.update(
        """
        INSERT INTO last_face_id (only_row, face_id) VALUES (1, ?)
        ON CONFLICT DO UPDATE SET face_id = max(face_id, excluded.face_id)
        """,
        face.id().number());
  }

  private void keepTemplate(Change.TemplateKept kept) throws SQLException {
    int added =
        session.update(
            """
            INSERT INTO kept_template (face_id, model_version, embedder_id, vector)
            SELECT face_id, ?, ?, ? FROM face WHERE face_id = ? AND person_key = ?
            """,
            kept.version().text(),
            kept.template().embedderId(),
            Vectors.toBytes(kept.template().vector()),
            kept.faceId().number(),
            personKey(kept.personId()));
    if (added != 1) {
      throw missing("face " + kept.faceId());
    }
  }

  private void keepLook(Change.LookKept kept) throws SQLException {
    FaceLook look = kept.look();
    Optional<FaceLook.Traits> traits = look.traits();
    int added =
        session.update(
            """
            INSERT INTO face_look (face_id, x, y, width, height, pitch, yaw, roll,
              gender, age, smile, glasses)
            SELECT face_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM face
            WHERE face_id = ? AND person_key = ?
            """,
            look.x(),
            look.y(),
            look.width(),
            look.height(),
            look.pitch(),
            look.yaw(),
            look.roll(),
            traits.map(FaceLook.Traits::gender).orElse(null),
            traits.map(FaceLook.Traits::age).orElse(null),
            traits.map(FaceLook.Traits::smile).orElse(null),
            traits.map(FaceLook.Traits::glasses).orElse(null),
            kept.faceId().number(),
            personKey(kept.personId()));
    if (added != 1) {
      throw missing("face " + kept.faceId());
    }
  }

  private void removeFace(Change.FaceRemoved face) throws SQLException {
    int removed =
        session.update(
            "DELETE FROM face WHERE face_id = ? AND person_key = ?",
            face.faceId().number(),
            personKey(face.personId()));
    if (removed != 1) {
      throw missing("face " + face.faceId());
    }
  }

  private long groupKey(GroupId id) throws SQLException {
    return session
        .one(
            "SELECT group_key FROM person_group WHERE app_id = ? AND group_id = ?",
            row -> row.getLong(1),
            appId,
            id.value())
        .orElseThrow(() -> missing("group " + id));
  }

  private long personKey(PersonId id) throws SQLException {
    return session
        .one(
            "SELECT person_key FROM person WHERE app_id = ? AND person_id = ?",
            row -> row.getLong(1),
            appId,
            id.value())
        .orElseThrow(() -> missing("person " + id));
  }

  private static StoreException missing(String what) {
    return new StoreException("A change does not fit to the database: there is no " + what);
  }
}
