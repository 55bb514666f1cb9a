package dev.mien.gallery.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFileTest {
  private static final int FLOATS = 2_250_000;

  @TempDir private Path directory;

  @Test
  void the_file_has_no_name_that_anybody_could_find_it_by() throws IOException {
    try (VectorFile file = VectorFile.create(directory)) {
      fill(file.allocate(100), 25, 7);
      assertThat(file.size()).isPositive();
      try (Stream<Path> names = Files.list(directory)) {
        assertThat(names).isEmpty();
      }
    }
  }

  @Test
  void what_is_given_never_overlaps_and_is_given_again() throws IOException {
    try (VectorFile file = VectorFile.create(directory)) {
      VectorRoom one = file.allocate(FLOATS * 4L);
      VectorRoom two = file.allocate(FLOATS * 4L);
      VectorRoom large = file.allocate(4 * FLOATS * 4L);
      fill(one, FLOATS, 1);
      fill(two, FLOATS, 2);
      fill(large, 4 * FLOATS, 3);
      requireFilled(one, FLOATS, 1);
      requireFilled(two, FLOATS, 2);
      requireFilled(large, 4 * FLOATS, 3);

      long size = file.size();
      file.release(one);
      assertThat(file.allocate(FLOATS * 4L)).isSameAs(one);
      assertThat(file.size()).isEqualTo(size);
    }
  }

  @Test
  void what_was_written_over_is_read_as_it_is_now() throws IOException {
    try (VectorFile file = VectorFile.create(directory)) {
      VectorRoom room = file.allocate(FLOATS * 4L);
      fill(room, FLOATS, 1);
      room.write(1000, new float[] {0, 5, 6, 0}, 1, 2);
      float[] read = new float[4];
      room.read(999, read, 4);
      assertThat(read).containsExactly(1, 5, 6, 1);
      assertThat(room.isInRam()).isFalse();
    }
  }

  @Test
  void room_in_ram_keeps_what_was_in_the_file() throws IOException {
    try (VectorFile file = VectorFile.create(directory)) {
      VectorRoom room = file.allocate(FLOATS * 4L);
      fill(room, FLOATS, 1);
      float[] before = new float[FLOATS];
      room.read(0, before, FLOATS);
      MemorySegment copy =
          file.moveToRam(MemorySegment.ofArray(before), new IOException("no room: a test"));
      assertThat(copy.isReadOnly()).isFalse();
      assertThat(copy.mismatch(MemorySegment.ofArray(before))).isEqualTo(-1);
    }
  }

  @Test
  void an_interrupted_thread_writes_all_the_same_and_stays_interrupted() throws IOException {
    try (VectorFile file = VectorFile.create(directory)) {
      VectorRoom room = file.allocate(FLOATS * 4L);
      Thread.currentThread().interrupt();
      fill(room, FLOATS, 1);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(room.isInRam()).isFalse();
      requireFilled(room, FLOATS, 1);
    }
  }

  private static void fill(VectorRoom room, int floats, float value) {
    float[] values = new float[floats];
    Arrays.fill(values, value);
    room.write(0, values, 0, floats);
  }

  private static void requireFilled(VectorRoom room, int floats, float value) {
    float[] read = new float[floats];
    room.read(0, read, floats);
    for (float each : read) {
      assertThat(each).isEqualTo(value);
    }
  }
}
