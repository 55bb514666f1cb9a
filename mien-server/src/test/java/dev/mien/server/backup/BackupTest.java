package dev.mien.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.account.Accounts;
import dev.mien.gallery.account.Credential;
import dev.mien.gallery.account.SecretBox;
import dev.mien.gallery.store.DataDirectory;
import dev.mien.gallery.store.SqliteAccountStore;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.media.MediaContent;
import dev.mien.media.MediaId;
import dev.mien.media.MediaItem;
import dev.mien.media.MediaLimits;
import dev.mien.media.MediaStore;
import dev.mien.media.MediaType;
import dev.mien.media.NewMedia;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Backups of real stores. An account and its key's secret stand for what the database has; an item
 * of the media store for what lies outside of it.
 */
class BackupTest {
  private static final String MEDIA = "media";
  private static final int ACCOUNTS_BEFORE = 3;
  private static final int WRITES_MEANWHILE = 20;

  @TempDir private Path folder;
  private Path data;
  private Path saved;
  private Store store;

  /** An open data directory. */
  private record Store(
      DataDirectory directory, SqliteDatabase database, Accounts accounts, MediaStore media)
      implements AutoCloseable {
    static Store open(Path data) throws Exception {
      DataDirectory directory = DataDirectory.open(data);
      SqliteDatabase database = SqliteDatabase.open(directory);
      Accounts accounts =
          Accounts.open(new SqliteAccountStore(database), directory.path(), Clock.systemUTC());
      MediaStore media =
          MediaStore.open(
              directory.path().resolve(MEDIA),
              SecretBox.open(directory.path()).derive("media"),
              new MediaLimits(1_000_000, 100_000_000, Duration.ofHours(1)),
              Clock.systemUTC());
      return new Store(directory, database, accounts, media);
    }

    Backup backup() {
      return new Backup(directory.path(), database, media, MEDIA, Clock.systemUTC());
    }

    MediaItem put(AccountId owner, String text) throws Exception {
      return media.put(
          NewMedia.kept(owner, "test", MediaType.JPEG), text.getBytes(StandardCharsets.UTF_8));
    }

    String read(MediaId id) {
      try (MediaContent content = media.open(id).orElseThrow()) {
        return new String(content.bytes(), StandardCharsets.UTF_8);
      }
    }

    @Override
    public void close() {
      media.close();
      database.close();
      directory.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    data = folder.resolve("data");
    saved = folder.resolve("backup");
    store = Store.open(data);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void what_was_there_is_there_again_with_its_secrets_and_its_media() throws Exception {
    AccountId account = store.accounts().createAccount();
    Credential key = store.accounts().createCredential(account);
    MediaItem kept = store.put(account, "a picture");
    store.backup().make(saved);
    store.accounts().disableCredential(key.secretId());
    store.media().delete(account, kept.id());

    Path other = folder.resolve("other");
    assertThat(Restore.restore(saved, other)).isEqualTo(4);
    try (Store restored = Store.open(other)) {
      assertThat(restored.accounts().find(key.secretId()).orElseThrow().secretKey())
          .isEqualTo(key.secretKey());
      assertThat(restored.read(kept.id())).isEqualTo("a picture");
    }
    assertThat(names(folder)).containsExactly("backup", "data", "other");
  }

  /** Writers and removers go on; what was acknowledged before the backup is in it. */
  @Test
  void a_backup_of_a_busy_server_is_one_state_of_it() throws Exception {
    AccountId account = store.accounts().createAccount();
    List<AccountId> accountsBefore = new ArrayList<>();
    for (int i = 0; i < ACCOUNTS_BEFORE; i++) {
      accountsBefore.add(store.accounts().createAccount());
    }
    AtomicBoolean stopping = new AtomicBoolean();
    CountDownLatch busy = new CountDownLatch(WRITES_MEANWHILE);
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<?> writer =
          executor.submit(
              () -> {
                for (int i = 0; !stopping.get(); i++) {
                  MediaItem item = store.put(account, "short-lived " + i);
                  store.accounts().createAccount();
                  store.put(account, "kept " + i);
                  store.media().delete(account, item.id());
                  busy.countDown();
                }
                return null;
              });
      busy.await();
      List<MediaItem> itemsBefore = items(store, account);
      store.backup().make(saved);
      stopping.set(true);
      writer.get();
      Restore.restore(saved, folder.resolve("other"));
      try (Store restored = Store.open(folder.resolve("other"))) {
        assertThat(restored.accounts().accounts())
            .containsAll(accountsBefore)
            .hasSizeGreaterThanOrEqualTo(ACCOUNTS_BEFORE + WRITES_MEANWHILE);
        assertThat(items(restored, account))
            .containsAll(
                itemsBefore.stream()
                    .filter(item -> store.media().find(account, item.id()).isPresent())
                    .toList())
            .allSatisfy(item -> assertThat(restored.read(item.id())).contains(" "));
      }
    }
  }

  private static List<MediaItem> items(Store store, AccountId account) {
    return store.media().items(account, "test", Optional.empty(), 100_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mien.db", "secrets.key", "media/index.db"})
  void a_damaged_backup_is_refused_and_leaves_nothing(String file) throws Exception {
    store.put(store.accounts().createAccount(), "a picture");
    store.backup().make(saved);
    Path damaged = saved.resolve(file);
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);
    refused("damaged: " + file);
    Files.delete(damaged);
    refused("damaged: " + file + " is missing");
  }

  @Test
  void a_backup_that_was_cut_off_is_refused() throws Exception {
    store.backup().make(saved);
    Files.delete(saved.resolve(BackupManifest.FILE));
    refused("not a whole backup");
  }

  @Test
  void a_list_that_leads_out_of_the_backup_is_refused() throws Exception {
    store.backup().make(saved);
    Path list = saved.resolve(BackupManifest.FILE);
    Files.writeString(list, Files.readString(list).replace("secrets.key", "../data/secrets.key"));
    refused("is not in it");
  }

  private void refused(String why) throws IOException {
    Path other = folder.resolve("other");
    assertThatThrownBy(() -> Restore.restore(saved, other))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining(why);
    assertThat(names(folder)).containsExactly("backup", "data");
  }

  @Test
  void nothing_is_overwritten() throws Exception {
    store.backup().make(saved);
    assertThatThrownBy(() -> store.backup().make(saved)).hasMessageContaining("not empty");
    assertThatThrownBy(() -> Restore.restore(saved, data)).hasMessageContaining("not empty");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
