package dev.mien.gallery.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * Reads a write-ahead log as SQLite does that recovers it: as far as its checksums hold, up to the
 * last commit. It remembers where it is, and later reads on from there, unless the log was begun
 * anew. Not thread-safe.
 *
 * <p>The format is section 4 of <a
 * href="https://www.sqlite.org/fileformat.html#the_write_ahead_log">fileformat.html</a>.
 */
final class LogReader {
  private static final int HEADER_BYTES = 32;
  private static final int FRAME_HEADER_BYTES = 24;
  private static final int MAGIC = 0x377f0682;

  /** Offsets in the log's header, of which the checksum covers what is before it. */
  private static final int PAGE_BYTES = 8;

  private static final int SALTS = 16;
  private static final int CHECKSUM = 24;

  /** Offsets in a frame's header, of which the checksum covers the first 8 bytes. */
  private static final int IS_COMMIT = 4;

  private static final int FRAME_CHECKED_BYTES = 8;
  private static final int FRAME_SALTS = 8;
  private static final int FRAME_CHECKSUM = 16;

  private static final int PAGE_BYTES_MIN = 512;
  private static final int PAGE_BYTES_MAX = 65_536;

  private boolean isLog;
  private long salts;
  private long committed;
  private ByteBuffer frame = ByteBuffer.allocate(0);
  private Checksum checksum = new Checksum(ByteOrder.BIG_ENDIAN);

  /** Reads up to the last commit. */
  void readOn(FileChannel log) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    readFully(log, header, 0);
    if (!begin(header)) {
      return;
    }
    Checksum running = checksum.copy();
    for (long number = committed; isNext(log, number, running); number++) {
      if (frame.getInt(IS_COMMIT) != 0) {
        committed = number + 1;
        checksum = running.copy();
      }
    }
  }

  /** Stays where it was in a log that it knows; false for what is no log. */
  private boolean begin(ByteBuffer header) {
    int magic = header.getInt(0);
    Checksum own = new Checksum((magic & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    own.add(header.slice(0, CHECKSUM));
    int pageBytes = header.getInt(PAGE_BYTES);
    boolean known = isLog && header.getLong(SALTS) == salts;
    isLog =
        !header.hasRemaining()
            && (magic & ~1) == MAGIC
            && pageBytes >= PAGE_BYTES_MIN
            && pageBytes <= PAGE_BYTES_MAX
            && own.equalsThat(header, CHECKSUM);
    if (isLog && !known) {
      salts = header.getLong(SALTS);
      committed = 0;
      checksum = own;
      frame = ByteBuffer.allocate(FRAME_HEADER_BYTES + pageBytes);
    }
    return isLog;
  }

  private boolean isNext(FileChannel log, long number, Checksum running) throws IOException {
    readFully(log, frame.clear(), HEADER_BYTES + number * frame.capacity());
    if (frame.hasRemaining() || frame.getLong(FRAME_SALTS) != salts) {
      return false;
    }
    running.add(frame.slice(0, FRAME_CHECKED_BYTES));
    running.add(frame.slice(FRAME_HEADER_BYTES, frame.capacity() - FRAME_HEADER_BYTES));
    return running.equalsThat(frame, FRAME_CHECKSUM);
  }

  private static void readFully(FileChannel channel, ByteBuffer bytes, long position)
      throws IOException {
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = channel.read(bytes, position + bytes.position());
    }
  }

  /** How far the log was committed; empty if what was read is none. */
  Optional<CommitMark> mark() {
    return isLog ? Optional.of(new CommitMark(salts, committed)) : Optional.empty();
  }

  /** SQLite's own, over words of 32 bits in one of the byte orders. */
  private static final class Checksum {
    private final ByteOrder order;
    private int first;
    private int second;

    private Checksum(ByteOrder order) {
      this(order, 0, 0);
    }

    private Checksum(ByteOrder order, int first, int second) {
      this.order = order;
      this.first = first;
      this.second = second;
    }

    private Checksum copy() {
      return new Checksum(order, first, second);
    }

    private void add(ByteBuffer words) {
      words.order(order);
      while (words.hasRemaining()) {
        first += words.getInt() + second;
        second += words.getInt() + first;
      }
    }

    /** Compares with one that is written with the most significant byte first. */
    private boolean equalsThat(ByteBuffer buffer, int offset) {
      return buffer.getInt(offset) == first && buffer.getInt(offset + Integer.BYTES) == second;
    }
  }
}
