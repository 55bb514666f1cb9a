package dev.mien.gallery.store;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.enrol;
import static dev.mien.gallery.GalleryFixture.gallery;
import static dev.mien.gallery.GalleryFixture.newGroup;
import static dev.mien.gallery.GalleryFixture.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mien.gallery.Gallery;
import dev.mien.gallery.index.IndexResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No file on the data's disk is written through memory: where the disk has no room for a page that
 * was stored into, the system ends the process instead of refusing the write.
 */
class MappedFilesTest {
  private static final Path MAPPINGS = Path.of("/proc/self/maps");

  @TempDir private Path folder;

  @Test
  void nothing_in_the_data_directory_is_mapped_for_writing_while_the_store_is_in_use()
      throws Exception {
    assumeTrue(Files.exists(MAPPINGS), "the system does not tell what is mapped");
    try (DataDirectory directory = DataDirectory.open(folder);
        SqliteDatabase database = SqliteDatabase.open(directory);
        IndexResources resources = IndexResources.open(directory.path(), 1);
        Gallery gallery = gallery(new SqliteGalleryStore(database), resources)) {
      gallery.createGroup(ACCOUNT, newGroup("g"));
      enrol(gallery, "p", "g", template(1));
      gallery.persons(ACCOUNT, newGroup("g").id(), 0, 10);
      assertThat(mapped(directory.path()))
          .as("the scratch file of the vectors alone, which is written by calls")
          .hasSize(1)
          .allSatisfy(line -> assertThat(line).contains(" r--s ", ".scratch (deleted)"));
      try (var files = Files.list(folder)) {
        assertThat(files).noneMatch(file -> file.toString().endsWith("-shm"));
      }
    }
  }

  private static List<String> mapped(Path folder) throws IOException {
    return Files.readAllLines(MAPPINGS).stream()
        .filter(line -> line.contains(folder.toString()))
        .toList();
  }
}
