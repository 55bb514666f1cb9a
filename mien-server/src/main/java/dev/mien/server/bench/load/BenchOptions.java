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
 * @param pictureBytes as large all pictures are made by comments in them; 0 to leave them as they
 *     are
 */
public record BenchOptions(
    Path photographs, Path scratch, Optional<Path> config, String heap, int pictureBytes) {
  /** The largest picture that fits into a request in Base64, twice: 5 MB each, as text. */
  public static final int PICTURE_BYTES_MAX = 3_839 * 1024;

  public BenchOptions {
    requireNonNull(photographs, "photographs is null");
    requireNonNull(scratch, "scratch is null");
    requireNonNull(config, "config is null");
    if (!heap.matches("[1-9][0-9]{0,6}[mg]")) {
      throw new IllegalArgumentException("the heap must be like 512m or 2g: " + heap);
    }
    if (pictureBytes < 0 || pictureBytes > PICTURE_BYTES_MAX) {
      throw new IllegalArgumentException(
          "pictures must have up to %d bytes, not %d".formatted(PICTURE_BYTES_MAX, pictureBytes));
    }
  }

  /** The heap in MB of 10^6 bytes. */
  double heapMegabytes() {
    long number = Long.parseLong(heap.substring(0, heap.length() - 1));
    return (number << (heap.endsWith("g") ? 30 : 20)) / 1e6;
  }
}
