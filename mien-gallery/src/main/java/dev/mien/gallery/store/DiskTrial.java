package dev.mien.gallery.store;

import dev.mien.gallery.OwnerOnly;
import dev.mien.gallery.StoreFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Asks a disk what is wrong with it. SQLite says when a disk is full; of one that has become
 * read-only, or of a quota, it says only that a write has failed.
 */
final class DiskTrial {
  /** A block: an empty file may fit where nothing else does. */
  private static final int BYTES = 4096;

  private DiskTrial() {}

  /** Why no file can be written into a folder; {@link StoreFault#OTHER} if one can. */
  static StoreFault fault(Path folder) {
    try {
      Path file = Files.createTempFile(folder, "trial-", ".tmp", OwnerOnly.file());
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.allocate(BYTES));
        channel.force(true);
      } finally {
        Files.deleteIfExists(file);
      }
      return StoreFault.OTHER;
    } catch (IOException e) {
      return StoreFault.of(e);
    }
  }
}
