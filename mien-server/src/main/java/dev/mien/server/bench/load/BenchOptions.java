package dev.mien.server.bench.load;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a server is measured with.
 *
 * @param photographs a folder with pictures of faces
 * @param scratch where the server's data lie meanwhile
 * @param config the server's configuration file, if it has one
 * @param heap its heap, as in {@code -Xmx}
 */
public record BenchOptions(Path photographs, Path scratch, Optional<Path> config, String heap) {
  public BenchOptions {
    requireNonNull(photographs, "photographs is null");
    requireNonNull(scratch, "scratch is null");
    requireNonNull(config, "config is null");
    if (!heap.matches("[1-9][0-9]{0,6}[mg]")) {
      throw new IllegalArgumentException("the heap must be like 512m or 2g: " + heap);
    }
  }
}
