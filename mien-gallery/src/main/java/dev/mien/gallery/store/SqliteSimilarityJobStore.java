package dev.mien.gallery.store;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.Page;
import dev.mien.gallery.PageRange;
import dev.mien.gallery.SimilarityJob;
import dev.mien.gallery.SimilarityJob.State;
import dev.mien.gallery.SimilarityJobStore;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.UniquenessRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Jobs that look for similar persons, in a {@link SqliteDatabase}. */
public final class SqliteSimilarityJobStore implements SimilarityJobStore {
  private static final String JOB =
      """
      SELECT job_id, app_id, group_ids, false_alarm_rate, state, started_at_millis, result
      FROM similarity_job
      """;

  private final SqliteDatabase database;

  /** Over an open database. */
  public SqliteSimilarityJobStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void add(SimilarityJob job) {
    database.write(
        session ->
            session.update(
                """
                INSERT INTO similarity_job
                  (job_id, app_id, group_ids, false_alarm_rate, state, started_at_millis, result)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                job.id(),
                job.account().appId(),
                job.groups().stream().map(GroupId::value).collect(Collectors.joining("\u001f")),
                job.rule().falseAlarmRate(),
                job.state().name(),
                job.startedAt().toEpochMilli(),
                job.result().orElse(null)));
  }

  @Override
  public void change(SimilarityJob job) {
    int changed =
        database.write(
            session ->
                session.update(
                    "UPDATE similarity_job SET state = ?, result = ? WHERE job_id = ?",
                    job.state().name(),
                    job.result().orElse(null),
                    job.id()));
    if (changed != 1) {
      throw new StoreException("There is no job " + job.id());
    }
  }

  @Override
  public Optional<SimilarityJob> job(AccountId account, String id) {
    return database.read(
        session ->
            session.one(
                JOB + "WHERE app_id = ? AND job_id = ?",
                SqliteSimilarityJobStore::job,
                account.appId(),
                id));
  }

  @Override
  public Page<SimilarityJob> jobs(AccountId account, PageRange range) {
    return database.read(
        session ->
            new Page<>(
                session.list(
                    JOB + "WHERE app_id = ? ORDER BY job_key DESC LIMIT ? OFFSET ?",
                    SqliteSimilarityJobStore::job,
                    account.appId(),
                    range.limit(),
                    range.offset()),
                session.count(
                    "SELECT count(*) FROM similarity_job WHERE app_id = ?", account.appId())));
  }

  @Override
  public List<SimilarityJob> unfinished() {
    return database.read(
        session ->
            session.list(
                JOB + "WHERE state = 'RUNNING' ORDER BY job_key", SqliteSimilarityJobStore::job));
  }

  @Override
  public void forgetStartedBefore(Instant time) {
    database.write(
        session ->
            session.update(
                "DELETE FROM similarity_job WHERE started_at_millis < ? AND state <> 'RUNNING'",
                time.toEpochMilli()));
  }

  private static SimilarityJob job(ResultSet row) throws SQLException {
    return new SimilarityJob(
        row.getString("job_id"),
        new AccountId(row.getLong("app_id")),
        TextList.split(row.getString("group_ids")).stream().map(GroupId::new).toList(),
        new UniquenessRule(row.getDouble("false_alarm_rate")),
        State.valueOf(row.getString("state")),
        Instant.ofEpochMilli(row.getLong("started_at_millis")),
        Optional.ofNullable(row.getString("result")));
  }
}
