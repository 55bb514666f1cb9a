package dev.mien.gallery.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFileTest {
  @Test
  void the_file_has_no_name_that_anybody_could_find_it_by(@TempDir Path directory)
      throws IOException {
    try (VectorFile file = VectorFile.create(directory)) {
      file.allocate(100).fill((byte) 7);
      assertThat(file.size()).isPositive();
      try (Stream<Path> names = Files.list(directory)) {
        assertThat(names).isEmpty();
      }
    }
  }

  @Test
  void what_is_given_never_overlaps_and_is_given_again(@TempDir Path directory) throws IOException {
    try (VectorFile file = VectorFile.create(directory)) {
      MemorySegment one = file.allocate(9_000_000);
      MemorySegment two = file.allocate(9_000_000);
      MemorySegment large = file.allocate(40_000_000);
      one.fill((byte) 1);
      two.fill((byte) 2);
      large.fill((byte) 3);
      assertThat(one.asByteBuffer().get(8_999_999)).isEqualTo((byte) 1);
      assertThat(two.asByteBuffer().get(0)).isEqualTo((byte) 2);

      long size = file.size();
      file.release(one);
      assertThat(file.allocate(9_000_000).address()).isEqualTo(one.address());
      assertThat(file.size()).isEqualTo(size);
    }
  }
}
