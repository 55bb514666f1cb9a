package dev.mien.media;

import static dev.mien.media.MediaFixture.ANN;
import static dev.mien.media.MediaFixture.KEPT;
import static dev.mien.media.MediaFixture.LIMITS;
import static dev.mien.media.MediaFixture.NOW;
import static dev.mien.media.MediaFixture.at;
import static dev.mien.media.MediaFixture.content;
import static dev.mien.media.MediaFixture.key;
import static dev.mien.media.MediaFixture.objects;
import static dev.mien.media.MediaFixture.open;
import static dev.mien.media.MediaFixture.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not as they were written are noticed, and never given out. */
class MediaDamageTest {
  private static final int LENGTH = SealedHeader.CHUNK_BYTES + 300;

  @TempDir private Path folder;

  @Test
  void no_bit_of_a_file_can_change_unnoticed() throws Exception {
    try (MediaStore store = open(folder)) {
      MediaId id = store.put(KEPT, content(300, 1)).id();
      Path file = objects(folder).getFirst();
      byte[] sound = Files.readAllBytes(file);
      for (int bit = 0; bit < sound.length * 8; bit += 3) {
        byte[] damaged = sound.clone();
        damaged[bit / 8] ^= (byte) (1 << bit % 8);
        Files.write(file, damaged);
        requireDamaged(store, id);
      }
      Files.write(file, sound);
      assertThat(read(store, id)).isEqualTo(content(300, 1));
    }
  }

  @Test
  void no_file_can_be_shorter_or_longer_unnoticed() throws Exception {
    try (MediaStore store = open(folder)) {
      MediaId id = store.put(KEPT, content(LENGTH, 1)).id();
      Path file = objects(folder).getFirst();
      byte[] sound = Files.readAllBytes(file);
      int chunkEnd = SealedHeader.BYTES + SealedHeader.CHUNK_BYTES + SealedHeader.TAG_BYTES;
      for (int length :
          new int[] {
            0, 1, 79, 80, 81, chunkEnd, chunkEnd + 1, sound.length - 1, sound.length + 1
          }) {
        Files.write(file, Arrays.copyOf(sound, length));
        requireDamaged(store, id);
      }
    }
  }

  @Test
  void a_file_under_anothers_name_and_chunks_in_another_order_are_noticed() throws Exception {
    try (MediaStore store = open(folder)) {
      MediaId one = store.put(KEPT, content(500, 1)).id();
      MediaId two = store.put(KEPT, content(500, 2)).id();
      Path first = objects(folder).getFirst();
      Path second = objects(folder).getLast();
      byte[] kept = Files.readAllBytes(first);
      Files.write(first, Files.readAllBytes(second));
      Files.write(second, kept);
      requireDamaged(store, one);
      requireDamaged(store, two);
    }
  }

  @Test
  void a_missing_file_is_a_fault_and_no_missing_item() throws Exception {
    try (MediaStore store = open(folder)) {
      MediaId id = store.put(KEPT, content(500, 1)).id();
      Files.delete(objects(folder).getFirst());
      requireDamaged(store, id);
      assertThat(store.delete(ANN, id)).as("it can still be deleted").isTrue();
    }
  }

  @Test
  void putting_the_same_content_again_heals_a_damaged_file() throws Exception {
    try (MediaStore store = open(folder)) {
      MediaId id = store.put(KEPT, content(500, 1)).id();
      Files.write(objects(folder).getFirst(), new byte[10]);
      requireDamaged(store, id);
      store.put(KEPT, content(500, 1));
      assertThat(read(store, id)).isEqualTo(content(500, 1));
    }
  }

  @Test
  void another_key_reads_nothing() throws Exception {
    MediaId id;
    try (MediaStore store = open(folder)) {
      id = store.put(KEPT, content(500, 1)).id();
    }
    try (MediaStore store = MediaStore.open(folder, key("another key"), LIMITS, at(NOW))) {
      requireDamaged(store, id);
    }
  }

  @Test
  void objects_without_an_index_are_not_thrown_away() throws Exception {
    try (MediaStore store = open(folder)) {
      store.put(KEPT, content(500, 1));
    }
    Files.delete(folder.resolve(MediaIndex.FILE));
    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Restore it from a backup");
    assertThat(objects(folder)).hasSize(1);
  }

  @Test
  void an_index_that_is_no_index_is_refused() throws Exception {
    Files.writeString(folder.resolve(MediaIndex.FILE), "x".repeat(5000));
    assertThatThrownBy(() -> open(folder)).isInstanceOf(StoreException.class);
  }

  private static void requireDamaged(MediaStore store, MediaId id) {
    assertThatThrownBy(() -> read(store, id))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("damaged");
  }
}
