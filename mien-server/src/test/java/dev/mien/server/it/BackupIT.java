package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.server.cli.MienCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of a server that serves, and another server on what is restored of it. */
class BackupIT {
  private static final int STEPS = 25;
  private static final String QUIET = "quiet-";
  private static final String BUSY = "busy-";

  /** Where {@link TestServer} finds the keys. */
  private static final String KEYS = "first-run-credentials.json";

  @TempDir private Path folder;

  @Test
  void a_backup_made_while_others_write_holds_all_that_was_acknowledged_before() throws Exception {
    Path data = folder.resolve("data");
    Path backup = folder.resolve("backup");
    Path restored = folder.resolve("restored");
    CrashModel quiet = CrashModel.EMPTY;
    try (TestServer server = TestServer.start(data);
        ExecutorService executor = Executors.newSingleThreadExecutor()) {
      RawClient raw = new RawClient(server);
      Random random = new Random(1);
      for (int i = 0; i < STEPS; i++) {
        quiet = step(raw, quiet, QUIET, random);
      }
      AtomicBoolean stopping = new AtomicBoolean();
      Future<CrashModel> busy = executor.submit(() -> writeUntil(stopping, new RawClient(server)));
      assertThat(mien("backup", backup, data)).isZero();
      stopping.set(true);
      busy.get();
      assertThat(quiet.isFoundAs(CrashModel.read(raw, QUIET))).isTrue();
    }
    assertThat(mien("restore", backup, restored)).isZero();
    Files.copy(data.resolve(KEYS), restored.resolve(KEYS)); // no part of a backup
    assertThat(mien("restore", backup, restored)).as("onto what is there").isEqualTo(1);
    try (TestServer server = TestServer.start(restored)) {
      RawClient raw = new RawClient(server);
      assertThat(quiet.isFoundAs(CrashModel.read(raw, QUIET))).isTrue();
      CrashModel.read(raw, QUIET).requireSearchable(raw);
      CrashModel.read(raw, BUSY).requireSearchable(raw);
    }
  }

  private static CrashModel writeUntil(AtomicBoolean stopping, RawClient raw) throws Exception {
    CrashModel model = CrashModel.EMPTY;
    Random random = new Random(2);
    while (!stopping.get()) {
      model = step(raw, model, BUSY, random);
    }
    return model;
  }

  private static CrashModel step(RawClient raw, CrashModel model, String owner, Random random)
      throws Exception {
    CrashStep step = CrashStep.next(model, owner, random);
    return step.acknowledged(raw.ok(step.action(), step.json()));
  }

  private static int mien(String command, Path folder, Path data) {
    return MienCommand.run(command, folder.toString(), "--data", data.toString());
  }
}
