package dev.mien.media;

import static dev.mien.media.MediaFixture.ANN;
import static dev.mien.media.MediaFixture.KEPT;
import static dev.mien.media.MediaFixture.content;
import static dev.mien.media.MediaFixture.objects;
import static dev.mien.media.MediaFixture.open;
import static dev.mien.media.MediaFixture.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed between any two steps: what it acknowledged holds, and nothing else stays.
 */
class MediaCrashTest {
  private static final int ROUNDS = 3;
  private static final int ACKNOWLEDGED_BEFORE_KILL = 40;
  private static final int LENGTH = 70_000;

  @TempDir private Path folder;

  @Test
  void acknowledged_puts_and_deletions_survive_a_killed_process() throws Exception {
    Map<String, Integer> put = new HashMap<>();
    Set<String> deleted = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      Process child = start(round);
      try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
        for (int i = 0; i < ACKNOWLEDGED_BEFORE_KILL + round; i++) {
          String[] line = output.readLine().split(" ", -1);
          if (line[0].equals("put")) {
            put.put(line[1], Integer.valueOf(line[2]));
          } else {
            deleted.add(line[1]);
          }
        }
      } finally {
        child.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
      }
      requireAll(put, deleted);
    }
  }

  private void requireAll(Map<String, Integer> put, Set<String> deleted) {
    try (MediaStore store = open(folder)) {
      int missing = 0;
      for (Map.Entry<String, Integer> each : put.entrySet()) {
        MediaId id = new MediaId(each.getKey());
        if (deleted.contains(each.getKey())) {
          assertThat(store.open(id)).as("an acknowledged deletion").isEmpty();
        } else if (store.find(ANN, id).isEmpty()) {
          missing++;
        } else {
          assertThat(read(store, id)).isEqualTo(content(LENGTH, each.getValue()));
        }
      }
      assertThat(missing)
          .as("one deletion a round was not yet acknowledged")
          .isLessThanOrEqualTo(ROUNDS);
      store.sweepUnreferenced();
      assertThat(objects(folder).size() * (long) LENGTH).isEqualTo(store.usedBytes());
    }
  }

  private Process start(int round) throws Exception {
    return new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Keeper.class.getName(),
                folder.toString(),
                String.valueOf(round)))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Puts and deletes without end, and prints each when it is acknowledged. */
  static final class Keeper {
    private Keeper() {}

    public static void main(String[] arguments) throws Exception {
      try (MediaStore store = open(Path.of(arguments[0]))) {
        for (int i = 0; ; i++) {
          int seed = Integer.parseInt(arguments[1]) * 1_000_000 + i;
          MediaItem item = store.put(KEPT, content(LENGTH, seed));
          System.out.println("put " + item.id() + " " + seed);
          if (i % 2 == 1) {
            store.delete(ANN, item.id());
            System.out.println("deleted " + item.id());
          }
          System.out.flush();
        }
      }
    }
  }

  @Test
  void a_file_that_was_being_written_is_cleared_away_at_the_next_start() throws Exception {
    try (MediaStore store = open(folder)) {
      store.put(KEPT, content(10, 1));
    }
    Files.write(folder.resolve("incoming").resolve("a".repeat(32)), new byte[100]);
    try (MediaStore store = open(folder)) {
      assertThat(objects(folder)).hasSize(1);
      assertThat(store.usedBytes()).isEqualTo(10);
    }
  }

  @Test
  void a_file_that_the_index_does_not_know_is_cleared_away_and_the_others_stay() throws Exception {
    MediaId id;
    try (MediaStore store = open(folder)) {
      id = store.put(KEPT, content(10, 1)).id();
    }
    Path unknown = folder.resolve("objects").resolve("ab").resolve("ab".repeat(32));
    Files.createDirectories(unknown.getParent());
    Files.write(unknown, new byte[100]);
    try (MediaStore store = open(folder)) {
      store.sweepUnreferenced();
      assertThat(unknown).doesNotExist();
      assertThat(read(store, id)).isEqualTo(content(10, 1));
    }
  }
}
