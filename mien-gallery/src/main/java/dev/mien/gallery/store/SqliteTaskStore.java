package dev.mien.gallery.store;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.task.Task;
import dev.mien.gallery.task.TaskStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tasks in a {@link SqliteDatabase}. */
public final class SqliteTaskStore implements TaskStore {
  private static final String TASK =
      """
      SELECT task_id, app_id, kind, mark, priority, request, created_at_millis, attempts,
        begun_at_millis, finished_at_millis, result
      FROM task
      """;

  private final SqliteDatabase database;

  /** Over an open database. */
  public SqliteTaskStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public boolean addUnlessMarked(Task task, Instant since) {
    return database.write(
        session -> {
          boolean marked =
              !task.mark().isEmpty()
                  && session.count(
                          """
                          SELECT count(*) FROM task
                          WHERE app_id = ? AND kind = ? AND mark = ? AND created_at_millis > ?
                          """,
                          task.account().appId(),
                          task.kind(),
                          task.mark(),
                          since.toEpochMilli())
                      > 0;
          if (!marked) {
            add(session, task);
          }
          return !marked;
        });
  }

  private static void add(SqlSession session, Task task) throws SQLException {
    session.update(
        """
        INSERT INTO task
          (task_id, app_id, kind, mark, priority, request, created_at_millis, attempts,
            begun_at_millis, finished_at_millis, result)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        task.id(),
        task.account().appId(),
        task.kind(),
        task.mark(),
        task.priority(),
        task.request(),
        task.createdAt().toEpochMilli(),
        task.progress().attempts(),
        task.progress().begunAt().map(Instant::toEpochMilli).orElse(null),
        task.progress().finishedAt().map(Instant::toEpochMilli).orElse(null),
        task.progress().result());
  }

  @Override
  public void change(Task task) {
    int changed =
        database.write(
            session ->
                session.update(
                    """
                    UPDATE task
                    SET attempts = ?, begun_at_millis = ?, finished_at_millis = ?, result = ?
                    WHERE task_id = ?
                    """,
                    task.progress().attempts(),
                    task.progress().begunAt().map(Instant::toEpochMilli).orElse(null),
                    task.progress().finishedAt().map(Instant::toEpochMilli).orElse(null),
                    task.progress().result(),
                    task.id()));
    if (changed != 1) {
      throw new StoreException("There is no task " + task.id());
    }
  }

  @Override
  public Optional<Task> task(AccountId account, String id) {
    return database.read(
        session ->
            session.one(
                TASK + "WHERE app_id = ? AND task_id = ?",
                SqliteTaskStore::task,
                account.appId(),
                id));
  }

  @Override
  public List<Task> unfinished(String kind) {
    return database.read(
        session ->
            session.list(
                TASK
                    + """
                    WHERE kind = ? AND finished_at_millis IS NULL
                    ORDER BY priority DESC, task_key
                    """,
                SqliteTaskStore::task,
                kind));
  }

  @Override
  public long unfinished(AccountId account, String kind) {
    return database.read(
        session ->
            session.count(
                """
                SELECT count(*) FROM task
                WHERE app_id = ? AND kind = ? AND finished_at_millis IS NULL
                """,
                account.appId(),
                kind));
  }

  @Override
  public void forgetFinishedBefore(String kind, Instant time) {
    database.write(
        session ->
            session.update(
                "DELETE FROM task WHERE kind = ? AND finished_at_millis < ?",
                kind,
                time.toEpochMilli()));
  }

  private static Task task(ResultSet row) throws SQLException {
    return new Task(
        row.getString("task_id"),
        new AccountId(row.getLong("app_id")),
        row.getString("kind"),
        row.getString("mark"),
        row.getInt("priority"),
        row.getString("request"),
        Instant.ofEpochMilli(row.getLong("created_at_millis")),
        new Task.Progress(
            row.getInt("attempts"),
            instant(row, "begun_at_millis"),
            instant(row, "finished_at_millis"),
            row.getString("result")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
