package dev.mien.media;

import static dev.mien.media.MediaFixture.ANN;
import static dev.mien.media.MediaFixture.KEPT;
import static dev.mien.media.MediaFixture.content;
import static dev.mien.media.MediaFixture.objects;
import static dev.mien.media.MediaFixture.open;
import static dev.mien.media.MediaFixture.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many put and delete the same few contents at once; nobody loses what is his. */
class MediaConcurrencyTest {
  private static final int THREADS = 6;
  private static final int STEPS = 60;
  private static final int CONTENTS = 3;
  private static final int LENGTH = 5_000;

  @TempDir private Path folder;

  @Test
  void content_that_others_delete_stays_readable_through_ones_own_item() throws Exception {
    try (MediaStore store = open(folder);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Integer>> hands = new ArrayList<>();
      for (int hand = 0; hand < THREADS; hand++) {
        long seed = hand;
        hands.add(() -> putReadDelete(store, new Random(seed)));
      }
      int kept = 0;
      for (Future<Integer> done : threads.invokeAll(hands)) {
        kept += done.get();
      }
      assertThat(store.items(ANN, "test", Optional.empty(), 1000)).hasSize(kept);
      for (MediaItem item : store.items(ANN, "test", Optional.empty(), 1000)) {
        assertThat(read(store, item.id())).hasSize(LENGTH);
      }
      assertThat(objects(folder).size() * (long) LENGTH).isEqualTo(store.usedBytes());
    }
  }

  private static int putReadDelete(MediaStore store, Random random) throws Exception {
    int kept = 0;
    for (int i = 0; i < STEPS; i++) {
      byte[] content = content(LENGTH, random.nextInt(CONTENTS));
      MediaItem item = store.put(KEPT, content);
      assertThat(read(store, item.id())).isEqualTo(content);
      if (random.nextInt(20) > 0) {
        assertThat(store.delete(ANN, item.id())).isTrue();
        assertThat(store.open(item.id())).isEmpty();
      } else {
        kept++;
      }
    }
    return kept;
  }

  @Test
  void what_is_open_can_be_read_to_its_end_although_it_is_deleted() throws Exception {
    byte[] content = content(200_000, 1);
    try (MediaStore store = open(folder)) {
      MediaItem item = store.put(KEPT, content);
      try (MediaContent opened = store.open(item.id()).orElseThrow()) {
        assertThat(store.delete(ANN, item.id())).isTrue();
        assertThat(opened.bytes()).isEqualTo(content);
      }
    }
  }
}
