package dev.mien.server.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.StoreException;
import dev.mien.gallery.StoreFault;
import dev.mien.media.MediaItem;
import dev.mien.server.backup.Backup;
import dev.mien.server.backup.Restore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real stores on a disk that becomes read-only under them: writes are refused as such, what is
 * there is read, and when the disk is mended all that was acknowledged is there.
 */
class FailingDiskTest {
  private static final int DISK_KILOBYTES = 24 * 1024;
  private static final int PERSONS = 20;

  @TempDir private Path folder;
  private SmallDisk disk;
  private OpenStores store;
  private final Set<String> there = new TreeSet<>();

  @BeforeEach
  void open() throws Exception {
    disk = SmallDisk.inFile(folder.resolve("disk"), DISK_KILOBYTES);
    store = OpenStores.open(disk.path().resolve("data"));
    store.createGroup();
    for (int i = 0; i < PERSONS; i++) {
      assertThat(store.enrols("p" + i, StoreFault.READ_ONLY)).isTrue();
      there.add("p" + i);
    }
  }

  @AfterEach
  void close() throws Exception {
    if (store != null) {
      store.close();
      disk.close();
    }
  }

  @Test
  void writes_are_refused_reads_go_on_and_nothing_is_lost() throws Exception {
    List<MediaItem> kept = new ArrayList<>(List.of(store.keep(0), store.keep(1)));
    disk.giveUp();
    for (int i = 0; i < 5; i++) {
      assertThat(store.enrols("late" + i, StoreFault.READ_ONLY)).isFalse();
      assertThat(store.deletes("p" + i, StoreFault.READ_ONLY)).isFalse();
      assertThatThrownBy(() -> store.keep(2))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.fault()).isEqualTo(StoreFault.READ_ONLY));
      store.requireExactly(there);
      store.requireReadable(kept);
    }
    assertThat(store.database().damage()).isEmpty();

    store.close();
    disk.mend();
    store = OpenStores.open(disk.path().resolve("data"));
    store.database().requireIntact();
    store.requireExactly(there);
    store.requireReadable(kept);
    assertThat(store.enrols("after", StoreFault.READ_ONLY)).isTrue();
    there.add("after");
    kept.add(store.keep(2));
    store.requireExactly(there);
    store.requireReadable(kept);
  }

  @Test
  void a_backup_to_another_disk_is_made_all_the_same() throws Exception {
    store.keep(0);
    disk.giveUp();
    Backup backup =
        new Backup(
            store.directory().path(), store.database(), store.media(), "media", Clock.systemUTC());
    backup.make(folder.resolve("backup"));
    assertThat(Restore.restore(folder.resolve("backup"), folder.resolve("restored"))).isPositive();
    try (OpenStores restored = OpenStores.open(folder.resolve("restored"))) {
      restored.requireExactly(there);
    }
  }
}
