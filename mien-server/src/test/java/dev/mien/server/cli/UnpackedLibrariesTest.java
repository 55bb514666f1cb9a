package dev.mien.server.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteJDBCLoader;

@SuppressWarnings("restricted") // a test of native libraries loads one
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class UnpackedLibrariesTest {

  @TempDir private Path folder;

  @Test
  void a_loaded_library_goes_with_its_lock_and_its_folder() throws IOException {
    Path library = unpacked("loaded");
    Files.createFile(library.resolveSibling("library.so.lck"));
    System.load(library.toString());
    Path unloaded = unpacked("unloaded");

    UnpackedLibraries.remove(folder);

    assertThat(folder).isDirectoryContaining(file -> file.equals(unloaded.getParent()));
    assertThat(library.getParent()).doesNotExist();
    assertThat(unloaded).exists();
  }

  @Test
  void what_lies_elsewhere_stays() throws IOException {
    Path library = unpacked("loaded");
    System.load(library.toString());

    UnpackedLibraries.remove(Files.createDirectory(folder.resolve("other")));

    assertThat(library).exists();
  }

  /** A real library: SQLite's. */
  private Path unpacked(String name) throws IOException {
    Path library = Files.createDirectory(folder.resolve(name)).resolve("library.so");
    try (InputStream resource =
        SQLiteJDBCLoader.class.getResourceAsStream("native/Linux/x86_64/libsqlitejdbc.so")) {
      Files.copy(requireNonNull(resource, "the driver has no library for this system"), library);
    }
    return library;
  }
}
