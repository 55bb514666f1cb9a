package dev.mien.server.cli;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Native libraries that this process has unpacked to the folder for temporary files. Their own
 * hooks remove them at the end, which a server that is killed never comes to, nor one that stops as
 * {@link StopSignals} has it: every start would leave 30 MB behind.
 */
final class UnpackedLibraries {
  private static final Logger LOG = LoggerFactory.getLogger(UnpackedLibraries.class);

  /** What Linux has mapped into this process: a line for each piece, which ends with its file. */
  private static final Path MAPS = Path.of("/proc/self/maps");

  private UnpackedLibraries() {}

  /**
   * Removes those that are loaded: they are mapped and need their files no more. Elsewhere than on
   * Linux nothing is done.
   *
   * @param temporary the folder; what was loaded from elsewhere is left alone
   */
  static void remove(Path temporary) {
    if (!Files.isReadable(MAPS)) {
      return;
    }
    try {
      Path folder = temporary.toRealPath();
      for (Path library : loaded()) {
        if (library.startsWith(folder)) {
          remove(library, folder);
        }
      }
    } catch (IOException e) {
      LOG.debug("Unpacked libraries stay in {}", temporary, e);
    }
  }

  private static Set<Path> loaded() throws IOException {
    return Files.readAllLines(MAPS).stream()
        .filter(line -> line.endsWith(".so") && line.indexOf('/') > 0)
        .map(line -> Path.of(line.substring(line.indexOf('/'))))
        .collect(Collectors.toSet());
  }

  /** With the lock that SQLite's driver keeps beside its own, and the folder that had only this. */
  private static void remove(Path library, Path folder) throws IOException {
    Files.deleteIfExists(library);
    Files.deleteIfExists(library.resolveSibling(library.getFileName() + ".lck"));
    Path own = library.getParent();
    if (own != null && !own.equals(folder)) {
      try {
        Files.delete(own);
      } catch (DirectoryNotEmptyException e) {
        LOG.debug("{} holds more", own, e);
      }
    }
  }
}
