package dev.mien.gallery.store;

import dev.mien.gallery.GalleryStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteCustomPersonStoreTest extends CustomPersonStoreContract {
  @TempDir private Path folder;
  private DataDirectory directory;
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(folder.resolve("data"));
    database = SqliteDatabase.open(directory);
  }

  @AfterEach
  void close() {
    database.close();
    directory.close();
  }

  @Override
  GalleryStore store() {
    return new SqliteGalleryStore(database);
  }
}
