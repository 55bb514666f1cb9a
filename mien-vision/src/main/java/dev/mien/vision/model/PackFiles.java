package dev.mien.vision.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the files of a pack lie. */
sealed interface PackFiles {

  /** A stream over a file, or null when there is none. */
  @Nullable InputStream open(String name) throws IOException;

  /** Names the place, for messages. */
  String description();

  /** A folder. */
  record Directory(Path path) implements PackFiles {
    @Override
    public @Nullable InputStream open(String name) throws IOException {
      Path file = path.resolve(name);
      return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
    }

    @Override
    public String description() {
      return path.toString();
    }
  }

  /** A folder on the class path. */
  record ClassPath(String folder) implements PackFiles {
    @Override
    public @Nullable InputStream open(String name) {
      return ClassPath.class.getResourceAsStream("/" + folder + "/" + name);
    }

    @Override
    public String description() {
      return "the class path folder " + folder;
    }
  }
}
