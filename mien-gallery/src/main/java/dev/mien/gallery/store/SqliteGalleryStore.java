package dev.mien.gallery.store;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.Change;
import dev.mien.gallery.CustomPersonStore;
import dev.mien.gallery.Face;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.GalleryStore;
import dev.mien.gallery.Group;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.KnownFace;
import dev.mien.gallery.Leaver;
import dev.mien.gallery.Member;
import dev.mien.gallery.Membership;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.Page;
import dev.mien.gallery.PageRange;
import dev.mien.gallery.Person;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.Profile;
import dev.mien.gallery.ReplayPart;
import dev.mien.gallery.UpgradeJob;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A gallery store in a {@link SqliteDatabase}. What is acknowledged is on the disk. Closing it
 * closes nothing: the database belongs to whoever opened it.
 */
public final class SqliteGalleryStore implements GalleryStore {
  private static final String GROUP =
      """
      SELECT g.group_id, g.name, g.tag, g.model_version, g.created_at_millis, g.updated_at_millis,
        (SELECT group_concat(f.name, char(31) ORDER BY f.position)
          FROM group_field f WHERE f.group_key = g.group_key) AS field_names
      FROM person_group g
      """;

  private static final String PERSON_COLUMNS =
      """
      p.person_id, p.name, p.gender, p.model_version, p.created_at_millis, p.tag,
        (SELECT group_concat(f.face_id, char(31) ORDER BY f.face_id)
          FROM face f WHERE f.person_key = p.person_key) AS face_ids
      """;

  /** One text a field of the group, also where nothing was said, for a row m of memberships. */
  private static final String VALUES_COLUMN =
      """
      (SELECT group_concat(coalesce(v.value, ''), char(31) ORDER BY f.position)
        FROM group_field f LEFT JOIN membership_value v
          ON v.group_key = m.group_key AND v.person_key = m.person_key AND v.position = f.position
        WHERE f.group_key = m.group_key) AS field_values
      """;

  /**
   * The faces of a row p of persons, with the templates that were kept for a model version, or else
   * those that the faces were added with.
   */
  private static final String FACES_AT =
      """
      JOIN face f USING (person_key)
        LEFT JOIN kept_template k ON k.face_id = f.face_id AND k.model_version =
      """;

  private static final String FACE_COLUMNS =
      """
      f.face_id, coalesce(k.embedder_id, f.embedder_id) AS embedder_id,
        coalesce(k.vector, f.vector) AS vector, f.created_at_millis, f.quality
      """;

  private static final String UPGRADE_JOB =
      """
      SELECT j.job_id, g.group_id, j.from_version, j.to_version, j.state, j.started_at_millis,
        j.ended_at_millis
      FROM upgrade_job j JOIN person_group g USING (group_key)
      """;

  private static final String PERSON_KEY =
      "(SELECT person_key FROM person WHERE app_id = ? AND person_id = ?)";
  private static final String GROUP_KEY =
      "(SELECT group_key FROM person_group WHERE app_id = ? AND group_id = ?)";

  private final SqliteDatabase database;

  /** Over an open database. */
  public SqliteGalleryStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void apply(AccountId account, List<Change> changes) {
    database.write(
        session -> {
          SqliteWriter writer = new SqliteWriter(session, account);
          for (Change change : changes) {
            writer.apply(change);
          }
          return changes;
        });
  }

  @Override
  public List<AccountId> accounts() {
    return database.read(
        session ->
            session.list(
                "SELECT DISTINCT app_id FROM person_group ORDER BY app_id",
                row -> new AccountId(row.getLong(1))));
  }

  @Override
  public long faceCount() {
    return database.read(session -> session.count("SELECT count(*) FROM face"));
  }

  @Override
  public List<GroupId> groupsBeingDeleted(AccountId account) {
    return database.read(
        session ->
            session.list(
                """
                SELECT g.group_id FROM person_group g JOIN group_deletion USING (group_key)
                WHERE g.app_id = ? ORDER BY g.group_key
                """,
                Rows::groupId,
                account.appId()));
  }

  @Override
  public List<ReplayPart> replay(AccountId account) {
    return new SqliteReplay(database, account).parts();
  }

  @Override
  public Optional<FaceId> lastFaceId() {
    return database.read(
        session ->
            session.one("SELECT face_id FROM last_face_id", row -> new FaceId(row.getLong(1))));
  }

  @Override
  public Optional<Group> group(AccountId account, GroupId id) {
    return database.read(
        session ->
            session.one(
                GROUP + "WHERE g.app_id = ? AND g.group_id = ?",
                Rows::group,
                account.appId(),
                id.value()));
  }

  @Override
  public Optional<GroupId> groupNamed(AccountId account, String name) {
    return database.read(
        session ->
            session.one(
                "SELECT group_id FROM person_group WHERE app_id = ? AND name = ?",
                Rows::groupId,
                account.appId(),
                name));
  }

  @Override
  public Page<Group> groups(AccountId account, PageRange range) {
    return database.read(
        session ->
            new Page<>(
                session.list(
                    GROUP + "WHERE g.app_id = ? ORDER BY g.group_key LIMIT ? OFFSET ?",
                    Rows::group,
                    account.appId(),
                    range.limit(),
                    range.offset()),
                session.count(
                    "SELECT count(*) FROM person_group WHERE app_id = ?", account.appId())));
  }

  @Override
  public Optional<Person> person(AccountId account, PersonId id) {
    return database.read(session -> person(session, account, id));
  }

  private static Optional<Person> person(SqlSession session, AccountId account, PersonId id)
      throws SQLException {
    return session.one(
        "SELECT " + PERSON_COLUMNS + "FROM person p WHERE p.app_id = ? AND p.person_id = ?",
        Rows::person,
        account.appId(),
        id.value());
  }

  @Override
  public Optional<Profile> profile(AccountId account, PersonId id) {
    PageRange all = new PageRange(0, Integer.MAX_VALUE);
    return database.read(
        session -> {
          List<Membership> memberships = memberships(session, account, id, all);
          return person(session, account, id).map(person -> new Profile(person, memberships));
        });
  }

  @Override
  public List<Face> faces(AccountId account, PersonId id) {
    return database.read(
        session ->
            session.list(
                "SELECT "
                    + FACE_COLUMNS
                    + "FROM person p "
                    + FACES_AT
                    + "p.model_version WHERE p.app_id = ? AND p.person_id = ? ORDER BY f.face_id",
                Rows::face,
                account.appId(),
                id.value()));
  }

  @Override
  public List<Face> faces(AccountId account, PersonId id, ModelVersion version) {
    return database.read(
        session ->
            session.list(
                "SELECT "
                    + FACE_COLUMNS
                    + "FROM person p "
                    + FACES_AT
                    + "? WHERE p.app_id = ? AND p.person_id = ? ORDER BY f.face_id",
                Rows::face,
                version.text(),
                account.appId(),
                id.value()));
  }

  @Override
  public Page<FaceId> facesWithout(
      AccountId account, GroupId id, ModelVersion version, String embedderId, int limit) {
    String lost =
        "FROM membership p "
            + FACES_AT
            + "? WHERE p.group_key = "
            + GROUP_KEY
            + " AND coalesce(k.embedder_id, f.embedder_id) <> ?";
    Object[] arguments = {version.text(), account.appId(), id.value(), embedderId};
    Object[] limited = {version.text(), account.appId(), id.value(), embedderId, limit};
    return database.read(
        session ->
            new Page<>(
                session.list(
                    "SELECT f.face_id " + lost + " ORDER BY f.face_id LIMIT ?",
                    Rows::faceId,
                    limited),
                session.count("SELECT count(*) " + lost, arguments)));
  }

  @Override
  public Optional<KnownFace> face(AccountId account, FaceId id) {
    return database.read(
        session ->
            session.one(
                """
                SELECT f.face_id, p.person_id, l.x, l.y, l.width, l.height, l.pitch, l.yaw, l.roll,
                  l.gender, l.age, l.smile, l.glasses
                FROM face f JOIN person p USING (person_key)
                  LEFT JOIN face_look l ON l.face_id = f.face_id
                WHERE f.face_id = ? AND p.app_id = ?
                """,
                Rows::knownFace,
                id.number(),
                account.appId()));
  }

  @Override
  public Optional<Membership> membership(AccountId account, GroupId groupId, PersonId personId) {
    return database.read(
        session ->
            session.one(
                "SELECT g.group_id, "
                    + VALUES_COLUMN
                    + "FROM membership m JOIN person_group g USING (group_key) WHERE m.group_key = "
                    + GROUP_KEY
                    + " AND m.person_key = "
                    + PERSON_KEY,
                Rows::membership,
                account.appId(),
                groupId.value(),
                account.appId(),
                personId.value()));
  }

  @Override
  public Page<Membership> memberships(AccountId account, PersonId id, PageRange range) {
    return database.read(
        session ->
            new Page<>(
                memberships(session, account, id, range),
                session.count(
                    "SELECT count(*) FROM membership WHERE person_key = " + PERSON_KEY,
                    account.appId(),
                    id.value())));
  }

  private static List<Membership> memberships(
      SqlSession session, AccountId account, PersonId id, PageRange range) throws SQLException {
    return session.list(
        "SELECT g.group_id, "
            + VALUES_COLUMN
            + "FROM membership m JOIN person_group g USING (group_key) WHERE m.person_key = "
            + PERSON_KEY
            + " ORDER BY m.group_key LIMIT ? OFFSET ?",
        Rows::membership,
        account.appId(),
        id.value(),
        range.limit(),
        range.offset());
  }

  @Override
  public Page<Member> members(AccountId account, GroupId id, PageRange range) {
    return database.read(
        session ->
            new Page<>(
                session.list(
                    "SELECT "
                        + PERSON_COLUMNS
                        + ", "
                        + VALUES_COLUMN
                        + "FROM (SELECT group_key, person_key FROM membership WHERE group_key = "
                        + GROUP_KEY
                        + " ORDER BY person_key LIMIT ? OFFSET ?) m JOIN person p USING"
                        + " (person_key) ORDER BY m.person_key",
                    row -> new Member(Rows.person(row), Rows.values(row)),
                    account.appId(),
                    id.value(),
                    range.limit(),
                    range.offset()),
                session.count(
                    "SELECT count(*) FROM membership WHERE group_key = " + GROUP_KEY,
                    account.appId(),
                    id.value())));
  }

  @Override
  public List<Leaver> leavers(AccountId account, GroupId id, int limit) {
    return database.read(
        session ->
            session.list(
                "SELECT p.person_id, EXISTS (SELECT 1 FROM membership o"
                    + " WHERE o.person_key = m.person_key AND o.group_key <> m.group_key)"
                    + " AS is_elsewhere"
                    + " FROM membership m JOIN person p USING (person_key) WHERE m.group_key = "
                    + GROUP_KEY
                    + " ORDER BY m.person_key LIMIT ?",
                row -> new Leaver(Rows.personId(row), row.getBoolean("is_elsewhere")),
                account.appId(),
                id.value(),
                limit));
  }

  @Override
  public Optional<UpgradeJob> upgradeJob(AccountId account, String id) {
    return database.read(
        session ->
            session.one(
                UPGRADE_JOB + "WHERE g.app_id = ? AND j.job_id = ?",
                Rows::upgradeJob,
                account.appId(),
                id));
  }

  @Override
  public Page<UpgradeJob> upgradeJobs(AccountId account, PageRange range) {
    return database.read(
        session ->
            new Page<>(
                session.list(
                    UPGRADE_JOB + "WHERE g.app_id = ? ORDER BY j.job_key LIMIT ? OFFSET ?",
                    Rows::upgradeJob,
                    account.appId(),
                    range.limit(),
                    range.offset()),
                session.count(
                    "SELECT count(*) FROM upgrade_job JOIN person_group USING (group_key)"
                        + " WHERE app_id = ?",
                    account.appId())));
  }

  @Override
  public List<UpgradeJob> upgradeJobsOf(AccountId account, GroupId id) {
    return database.read(
        session ->
            session.list(
                UPGRADE_JOB + "WHERE g.app_id = ? AND g.group_id = ? ORDER BY j.job_key",
                Rows::upgradeJob,
                account.appId(),
                id.value()));
  }

  @Override
  public List<UpgradeJob> unfinishedUpgradeJobs(AccountId account) {
    return database.read(
        session ->
            session.list(
                UPGRADE_JOB
                    + "WHERE g.app_id = ? AND j.state IN ('RUNNING', 'REVERTING')"
                    + " ORDER BY j.job_key",
                Rows::upgradeJob,
                account.appId()));
  }

  @Override
  public CustomPersonStore customPersons() {
    return new SqliteCustomPersonStore(database);
  }

  @Override
  public void close() {}
}
