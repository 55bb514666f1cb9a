package dev.mien.server.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.GroupSize;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.StoreFault;
import dev.mien.media.MediaItem;
import dev.mien.server.backup.Backup;
import dev.mien.server.backup.BackupException;
import dev.mien.server.backup.Restore;
import java.nio.file.Files;
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

/** The real stores on a disk that fills up: what was acknowledged stays, and writes go on later. */
class FullDiskTest {
  private static final int DISK_KILOBYTES = 8 * 1024;
  private static final int REFUSALS = 30;

  @TempDir private Path folder;
  private SmallDisk disk;
  private OpenStores store;

  @BeforeEach
  void open() throws Exception {
    disk = SmallDisk.mount(folder.resolve("disk"), DISK_KILOBYTES);
    store = OpenStores.open(disk.path().resolve("data"));
    store.createGroup();
  }

  @AfterEach
  void close() throws Exception {
    if (store != null) {
      store.close();
      disk.close();
    }
  }

  @Test
  void enrolments_are_refused_until_there_is_room_again_and_none_is_lost_or_half_made()
      throws Exception {
    Set<String> there = new TreeSet<>();
    Path ballast = disk.fill(2 << 20);
    while (store.enrols("p" + there.size(), StoreFault.NO_SPACE)) {
      there.add("p" + there.size());
    }
    assertThat(there).hasSizeGreaterThan(10);
    for (int i = 0; i < REFUSALS; i++) {
      if (store.enrols("late" + i, StoreFault.NO_SPACE)) {
        there.add("late" + i);
      }
      store.requireExactly(there);
    }
    if (store.deletes("p1", StoreFault.NO_SPACE)) {
      there.remove("p1");
    }
    store.requireExactly(there);

    Files.delete(ballast);
    assertThat(store.enrols("after", StoreFault.NO_SPACE)).isTrue();
    there.add("after");
    assertThat(store.deletes("p2", StoreFault.NO_SPACE)).isTrue();
    there.remove("p2");
    store.requireExactly(there);

    store.close();
    store = OpenStores.open(disk.path().resolve("data"));
    store.requireExactly(there);
  }

  @Test
  void media_are_refused_until_there_is_room_again_and_leave_nothing_behind() throws Exception {
    Path ballast = disk.fill(1 << 20);
    List<MediaItem> kept = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              while (true) {
                kept.add(store.keep(kept.size()));
              }
            })
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.fault()).isEqualTo(StoreFault.NO_SPACE));
    assertThat(kept).isNotEmpty();
    assertThat(disk.path().resolve("data/media/incoming")).isEmptyDirectory();
    store.requireReadable(kept);
    Files.delete(ballast);
    kept.add(store.keep(kept.size()));
    store.requireReadable(kept);
  }

  @Test
  void a_backup_that_does_not_fit_says_so_and_is_none() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertThat(store.enrols("p" + i, StoreFault.NO_SPACE)).isTrue();
    }
    store.keep(1);
    disk.fill(100_000);
    Path backup = disk.path().resolve("backup");
    assertThatThrownBy(() -> backup().make(backup))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining(backup.toString());
    assertThatThrownBy(() -> Restore.restore(backup, folder.resolve("restored")))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("not a whole backup");
    assertThat(store.gallery().groupSize(OpenStores.ACCOUNT, OpenStores.G))
        .isEqualTo(new GroupSize(20, 20));
    backup().make(folder.resolve("elsewhere"));
    assertThat(Restore.restore(folder.resolve("elsewhere"), folder.resolve("restored")))
        .isPositive();
  }

  @Test
  void a_directory_on_a_disk_that_takes_no_writes_is_refused_by_its_name() throws Exception {
    Path data = disk.path().resolve("data");
    store.close();
    disk.makeReadOnly();
    try {
      assertThatThrownBy(() -> OpenStores.open(data))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.fault()).isEqualTo(StoreFault.READ_ONLY))
          .hasMessageContaining(data.toString())
          .hasMessageContaining("read-only");
    } finally {
      store = null;
      disk.close();
    }
  }

  private Backup backup() {
    return new Backup(
        store.directory().path(), store.database(), store.media(), "media", Clock.systemUTC());
  }
}
