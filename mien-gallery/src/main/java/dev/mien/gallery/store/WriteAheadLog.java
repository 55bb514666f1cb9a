package dev.mien.gallery.store;

import dev.mien.gallery.StoreException;
import dev.mien.gallery.StoreFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The write-ahead log of a database whose last process did not end by itself. SQLite takes such a
 * log as far as it is sound, and says nothing if that is less than was committed: whoever has lost
 * half of the log would lose acknowledged writes without a word. The log's index, which is a file
 * beside it, says how many frames were committed; a kill leaves it as it was, so the two can be
 * compared before SQLite makes a new index. After a loss of power the index may be older than the
 * log, of which a new one has perhaps been begun since, or torn: then nothing is known, and the log
 * is what SQLite says it is.
 *
 * <p>Both formats are public: <a href="https://www.sqlite.org/walformat.html">walformat.html</a>
 * and section 4 of <a href="https://www.sqlite.org/fileformat.html">fileformat.html</a>.
 */
public final class WriteAheadLog {
  private static final String LOG_SUFFIX = "-wal";
  private static final String INDEX_SUFFIX = "-shm";

  /** Two equal headers of 48 bytes, then how many frames are in the database file already. */
  private static final int INDEX_HEADER_BYTES = 48;

  private static final int INDEX_BYTES = 2 * INDEX_HEADER_BYTES + Integer.BYTES;
  private static final int INDEX_VERSION = 3_007_000;

  /** Offsets in an index header. */
  private static final int IS_COMPLETE = 12;

  private static final int LAST_FRAME = 16;
  private static final int INDEX_SALTS = 32;
  private static final int INDEX_CHECKSUM = 40;

  private static final int LOG_HEADER_BYTES = 32;
  private static final int FRAME_HEADER_BYTES = 24;
  private static final int MAGIC = 0x377f0682;

  /** Offsets in a log's header, of which the checksum covers what is before it. */
  private static final int PAGE_BYTES = 8;

  private static final int LOG_SALTS = 16;
  private static final int LOG_CHECKSUM = 24;

  private static final int PAGE_BYTES_MIN = 512;
  private static final int PAGE_BYTES_MAX = 65_536;

  private WriteAheadLog() {}

  /**
   * Refuses a log that has fewer sound frames than were committed.
   *
   * @param database the database's file, which nobody has open
   * @throws StoreException if so; the message says what to do
   */
  public static void requireWhole(Path database) throws IOException {
    Optional<Index> index = Index.read(sibling(database, INDEX_SUFFIX));
    if (index.isEmpty() || index.get().lastFrame == index.get().framesInDatabase) {
      return; // all that was committed is in the database file
    }
    Path log = sibling(database, LOG_SUFFIX);
    long sound = soundFrames(log, index.get());
    if (sound < index.get().lastFrame) {
      throw new StoreException(
          ("%s is damaged: of %d parts that were committed, %d are there. Put the file back, or"
               + " restore a backup. (To go on without what was written last, remove it and %s.)")
              .formatted(log, index.get().lastFrame, sound, sibling(database, INDEX_SUFFIX)),
          StoreFault.DAMAGED);
    }
  }

  private static Path sibling(Path database, String suffix) {
    return database.resolveSibling(database.getFileName() + suffix);
  }

  /** The committed state, as the last process saw it. */
  private record Index(long lastFrame, long framesInDatabase, long salts) {
    /** Empty if there is none, or it is not whole. */
    private static Optional<Index> read(Path file) throws IOException {
      ByteBuffer bytes = ByteBuffer.allocate(INDEX_BYTES);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        readFully(channel, bytes, 0);
      } catch (NoSuchFileException e) {
        return Optional.empty();
      }
      return bytes.hasRemaining() ? Optional.empty() : of(bytes.flip());
    }

    private static Optional<Index> of(ByteBuffer bytes) {
      ByteBuffer header = bytes.slice(0, INDEX_HEADER_BYTES).order(ByteOrder.nativeOrder());
      Checksum checksum = new Checksum(ByteOrder.nativeOrder());
      checksum.add(header.slice(0, INDEX_CHECKSUM));
      boolean whole =
          header.equals(bytes.slice(INDEX_HEADER_BYTES, INDEX_HEADER_BYTES))
              && header.getInt(0) == INDEX_VERSION
              && header.get(IS_COMPLETE) == 1
              && checksum.equalsThat(header, INDEX_CHECKSUM);
      if (!whole) {
        return Optional.empty();
      }
      // The salts are copied from the log byte by byte.
      long salts = header.order(ByteOrder.BIG_ENDIAN).getLong(INDEX_SALTS);
      header.order(ByteOrder.nativeOrder());
      long inDatabase =
          Integer.toUnsignedLong(
              bytes.order(ByteOrder.nativeOrder()).getInt(2 * INDEX_HEADER_BYTES));
      return Optional.of(
          new Index(Integer.toUnsignedLong(header.getInt(LAST_FRAME)), inDatabase, salts));
    }
  }

  /** How many frames from the first are what was written with the index's salts. */
  private static long soundFrames(Path log, Index index) throws IOException {
    if (!Files.exists(log)) {
      return 0;
    }
    try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
      ByteBuffer header = ByteBuffer.allocate(LOG_HEADER_BYTES);
      readFully(channel, header, 0);
      int magic = header.getInt(0);
      Checksum checksum =
          new Checksum((magic & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      checksum.add(header.slice(0, LOG_CHECKSUM));
      int pageBytes = header.getInt(PAGE_BYTES);
      boolean sound =
          !header.hasRemaining()
              && (magic & ~1) == MAGIC
              && pageBytes >= PAGE_BYTES_MIN
              && pageBytes <= PAGE_BYTES_MAX
              && checksum.equalsThat(header.order(ByteOrder.BIG_ENDIAN), LOG_CHECKSUM);
      if (!sound) {
        return 0;
      }
      long salts = header.getLong(LOG_SALTS);
      if (isLater(salts, index.salts)) {
        return index.lastFrame; // all that the index speaks of went into the database before
      }
      return salts == index.salts ? soundFrames(channel, index, pageBytes, checksum) : 0;
    }
  }

  /** The first of the two salts grows by one whenever a log is begun anew. */
  private static boolean isLater(long salts, long others) {
    return (int) (salts >>> Integer.SIZE) - (int) (others >>> Integer.SIZE) > 0;
  }

  private static long soundFrames(
      FileChannel channel, Index index, int pageBytes, Checksum checksum) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(FRAME_HEADER_BYTES + pageBytes);
    for (long number = 0; number < index.lastFrame; number++) {
      readFully(channel, frame.clear(), LOG_HEADER_BYTES + number * frame.capacity());
      if (frame.hasRemaining() || frame.getLong(8) != index.salts) {
        return number;
      }
      checksum.add(frame.slice(0, 8));
      checksum.add(frame.slice(FRAME_HEADER_BYTES, pageBytes));
      if (!checksum.equalsThat(frame, 16)) {
        return number;
      }
    }
    return index.lastFrame;
  }

  private static void readFully(FileChannel channel, ByteBuffer bytes, long position)
      throws IOException {
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = channel.read(bytes, position + bytes.position());
    }
  }

  /** SQLite's own, over words of 32 bits in one of the byte orders. */
  private static final class Checksum {
    private final ByteOrder order;
    private int first;
    private int second;

    private Checksum(ByteOrder order) {
      this.order = order;
    }

    private void add(ByteBuffer words) {
      words.order(order);
      while (words.hasRemaining()) {
        first += words.getInt() + second;
        second += words.getInt() + first;
      }
    }

    /** Compares with one that is written in the buffer's byte order. */
    private boolean equalsThat(ByteBuffer buffer, int offset) {
      return buffer.getInt(offset) == first && buffer.getInt(offset + Integer.BYTES) == second;
    }
  }
}
