package dev.mien.gallery.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.store.DataDirectory;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.gallery.store.SqliteTaskStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TaskStoreTest {
  private static final AccountId ANN = new AccountId(1_250_000_001);
  private static final AccountId BEN = new AccountId(1_250_000_002);
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");
  private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(3));

  @TempDir private Path folder;
  private DataDirectory directory;
  private SqliteDatabase database;
  private TaskStore store;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(folder);
    database = SqliteDatabase.open(directory);
    store = new SqliteTaskStore(database);
  }

  @AfterEach
  void close() {
    database.close();
    directory.close();
  }

  private static Task task(String id, AccountId account, String mark, int priority) {
    return new Task(id, account, "video", mark, priority, "{}", NOON, Task.Progress.WAITING);
  }

  @Test
  void aTaskIsThereForItsAccountAloneAfterTheProgramHasEnded() {
    Task waiting = task("a", ANN, "", 0);
    assertThat(store.addUnlessMarked(waiting, LONG_AGO)).isTrue();
    Task begun = waiting.with(waiting.progress().begun(NOON.plusSeconds(1)));
    store.change(begun);
    close();
    open();
    assertThat(store.task(ANN, "a")).contains(begun);
    assertThat(store.task(BEN, "a")).isEmpty();
    assertThat(store.unfinished("video")).containsExactly(begun);
    Task done = begun.with(begun.progress().finished(NOON.plusSeconds(2), "result"));
    store.change(done);
    assertThat(store.task(ANN, "a")).contains(done);
    assertThat(store.unfinished("video")).isEmpty();
  }

  @Test
  void theHighestPriorityComesFirstAndThenTheOldest() {
    store.addUnlessMarked(task("low", ANN, "", -3), LONG_AGO);
    store.addUnlessMarked(task("first", ANN, "", 0), LONG_AGO);
    store.addUnlessMarked(task("second", BEN, "", 0), LONG_AGO);
    store.addUnlessMarked(task("high", BEN, "", 10), LONG_AGO);
    assertThat(store.unfinished("video"))
        .extracting(Task::id)
        .containsExactly("high", "first", "second", "low");
    assertThat(store.unfinished("other")).isEmpty();
    assertThat(store.unfinished(BEN, "video")).isEqualTo(2);
  }

  @Test
  void aMarkIsUsedOncePerAccountForAWhile() {
    assertThat(store.addUnlessMarked(task("a", ANN, "m", 0), LONG_AGO)).isTrue();
    assertThat(store.addUnlessMarked(task("b", ANN, "m", 0), LONG_AGO)).isFalse();
    assertThat(store.task(ANN, "b")).isEmpty();
    assertThat(store.addUnlessMarked(task("c", BEN, "m", 0), LONG_AGO)).isTrue();
    assertThat(store.addUnlessMarked(task("d", ANN, "", 0), LONG_AGO)).isTrue();
    assertThat(store.addUnlessMarked(task("e", ANN, "", 0), LONG_AGO)).isTrue();
    assertThat(store.addUnlessMarked(task("f", ANN, "m", 0), NOON)).isTrue();
  }

  @Test
  void onlyWhatIsFinishedIsForgotten() {
    Task old = task("old", ANN, "", 0);
    store.addUnlessMarked(old, LONG_AGO);
    store.addUnlessMarked(task("waiting", ANN, "", 0), LONG_AGO);
    store.change(old.with(old.progress().begun(NOON).finished(NOON, "")));
    store.forgetFinishedBefore("video", NOON);
    assertThat(store.task(ANN, "old")).isPresent();
    store.forgetFinishedBefore("video", NOON.plusSeconds(1));
    assertThat(store.task(ANN, "old")).isEmpty();
    assertThat(store.task(ANN, "waiting")).isPresent();
    assertThatThrownBy(() -> store.change(old)).isInstanceOf(StoreException.class);
  }
}
