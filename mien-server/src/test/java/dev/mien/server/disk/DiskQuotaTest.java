package dev.mien.server.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.StoreFault;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real stores of another process on a disk that copies on each write and has a quota: when that
 * is used up, the process lives on, refuses writes as on a full disk and loses nothing.
 */
class DiskQuotaTest {
  private static final int QUOTA_KILOBYTES = 4 * 1024;
  private static final int LESS_THAN_USED_KILOBYTES = 64;
  private static final int LIFTED_KILOBYTES = 64 * 1024;

  @TempDir private Path folder;
  private final Set<String> there = new TreeSet<>();

  @Test
  void a_quota_that_is_used_up_ends_no_process_and_costs_nothing_that_was_acknowledged()
      throws Exception {
    try (SmallDisk disk = SmallDisk.withQuota(folder.resolve("disk"), QUOTA_KILOBYTES)) {
      Path data = disk.path().resolve("data");
      try (StoresProcess process = StoresProcess.start(data, folder.resolve("stderr"))) {
        process.changesUntil("some", there);
        disk.sync();
        disk.limit(LESS_THAN_USED_KILOBYTES);
        process.goOn();
        process.changesUntil("refused", there);

        disk.limit(QUOTA_KILOBYTES);
        process.goOn();
        process.changesUntil("mended", there);
        process.changesUntil("full", there);
        process.changesUntil("refused", there);
        process.kill();
      }
      disk.limit(LIFTED_KILOBYTES);
      try (OpenStores store = OpenStores.open(data)) {
        store.database().requireIntact();
        store.requireExactly(there);
        assertThat(store.enrols("last", StoreFault.NO_SPACE)).isTrue();
        there.add("last");
        store.requireExactly(there);
      }
    }
  }
}
