package dev.mien.gallery.store;

import dev.mien.gallery.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * A note beside a write-ahead log of how much of it was committed at least. It is written without
 * waiting for the disk, after a commit for which the disk was waited for: a killed process leaves
 * it as it was, and after a loss of power it is older than the log, or torn.
 *
 * @param salts of the log that it speaks of
 * @param frames that were committed, from the log's first
 */
record CommitMark(long salts, long frames) {
  private static final String SUFFIX = "-mark";

  /** "MiCM" in ASCII. */
  private static final int MAGIC = 0x4D69434D;

  private static final int CHECKED_BYTES = Integer.BYTES + 2 * Long.BYTES;
  private static final int BYTES = CHECKED_BYTES + Integer.BYTES;

  /** The mark of a database. */
  static Path file(Path database) {
    return database.resolveSibling(database.getFileName() + SUFFIX);
  }

  /** Empty if there is none, or it is not whole. */
  static Optional<CommitMark> read(Path database) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file(database));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    boolean whole =
        bytes.length == BYTES
            && buffer.getInt(0) == MAGIC
            && buffer.getInt(CHECKED_BYTES) == checksum(bytes);
    return whole
        ? Optional.of(
            new CommitMark(
                buffer.getLong(Integer.BYTES), buffer.getLong(Integer.BYTES + Long.BYTES)))
        : Optional.empty();
  }

  void write(Path database) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BYTES);
    buffer.putInt(MAGIC).putLong(salts).putLong(frames).putInt(checksum(buffer.array()));
    try (FileChannel channel =
        FileChannel.open(
            file(database),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            OwnerOnly.file())) {
      channel.write(buffer.flip(), 0); // in one piece: it lies within one block
    }
  }

  private static int checksum(byte[] mark) {
    CRC32C checksum = new CRC32C();
    checksum.update(mark, 0, CHECKED_BYTES);
    return (int) checksum.getValue();
  }
}
