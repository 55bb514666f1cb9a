package dev.mien.gallery.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is read as memory: the operating system keeps in RAM what is read, and takes the rest
 * back when it needs to. The file is scratch. It is made empty, its name is gone before anything is
 * written, and it ends with the process in any way: no start ever trusts what another has left, so
 * nothing in it can be stale, cut off or corrupt.
 *
 * <p>Thread-safe.
 */
final class VectorFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VectorFile.class);

  /** Few mappings for many vectors (Linux allows 65,530), and little for a small gallery. */
  private static final long EXTENT_BYTES = 16L << 20;

  /** Scratch never takes the last space from the store, which lies on the same disk. */
  private static final long KEPT_FREE_BYTES = 256L << 20;

  /** A cache line. */
  private static final long ALIGNMENT_BYTES = 64;

  private final FileChannel channel;
  private final FileStore disk;
  private final Arena arena = Arena.ofShared();
  private final Map<Long, Deque<VectorRoom>> free = new HashMap<>();
  private MemorySegment extent = MemorySegment.NULL;
  private long extentPosition;
  private long used;
  private long fileBytes;
  private boolean takesRam;

  private VectorFile(FileChannel channel, FileStore disk) {
    this.channel = channel;
    this.disk = disk;
  }

  /** Makes a file in a directory that exists. */
  static VectorFile create(Path directory) throws IOException {
    Path path = Files.createTempFile(directory, "mien-index", ".scratch"); // its owner's only
    FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    Files.deleteIfExists(path);
    return new VectorFile(channel, Files.getFileStore(directory));
  }

  /**
   * Gives room, with any content. Where the disk is nearly full or fails, it lies in RAM instead,
   * so that searches go on.
   */
  synchronized VectorRoom allocate(long bytes) {
    long aligned = Math.ceilDiv(bytes, ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
    Deque<VectorRoom> given = free.get(aligned);
    if (given != null && !given.isEmpty()) {
      return given.pop();
    }
    if (used + aligned > extent.byteSize()) {
      extend(Math.max(EXTENT_BYTES, aligned));
    }
    VectorRoom room = new VectorRoom(this, extentPosition + used, extent.asSlice(used, aligned));
    used += aligned;
    return room;
  }

  /** Takes room back, for who needs as much next. */
  synchronized void release(VectorRoom room) {
    free.computeIfAbsent(room.byteSize(), bytes -> new ArrayDeque<>()).push(room);
  }

  /** How long the file is, in bytes. */
  synchronized long size() {
    return fileBytes;
  }

  private void extend(long bytes) {
    used = 0;
    extentPosition = fileBytes;
    boolean interrupted = Thread.interrupted(); // which would close the channel for good
    try {
      if (disk.getUsableSpace() < bytes + KEPT_FREE_BYTES) {
        throw new IOException("the disk is nearly full");
      }
      // Only makes it longer: blocks come with what is written.
      write(fileBytes + bytes - 1, ByteBuffer.allocate(1));
      extent = channel.map(FileChannel.MapMode.READ_ONLY, fileBytes, bytes, arena);
      fileBytes += bytes;
    } catch (IOException e) {
      warn(e);
      giveBack();
      extent = arena.allocate(bytes, ALIGNMENT_BYTES);
    } finally {
      restore(interrupted);
    }
  }

  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes into the file; any thread may. */
  void write(long position, ByteBuffer bytes) throws IOException {
    boolean interrupted = Thread.interrupted(); // as above
    try {
      for (long at = position; bytes.hasRemaining(); ) {
        at += channel.write(bytes, at);
      }
    } finally {
      restore(interrupted);
    }
  }

  /**
   * A copy in RAM of what cannot be written any more. The file keeps the room, as others may be
   * reading it.
   */
  synchronized MemorySegment moveToRam(MemorySegment place, IOException reason) {
    warn(reason);
    return arena.allocate(place.byteSize(), ALIGNMENT_BYTES).copyFrom(place);
  }

  private void warn(IOException reason) {
    if (!takesRam) {
      LOG.warn("The search index's scratch file cannot grow, so it takes RAM: {}", "" + reason);
      takesRam = true; // said once for all that follows
    }
  }

  /** Leaves the disk's last space to those who need it more. */
  private void giveBack() {
    try {
      channel.truncate(fileBytes);
    } catch (IOException e) {
      LOG.warn("The search index's scratch file keeps what it cannot use: {}", e.toString());
    }
  }

  /** Frees everything that was given. */
  @Override
  public synchronized void close() {
    arena.close();
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the search index's scratch file does not close", e);
    }
  }
}
