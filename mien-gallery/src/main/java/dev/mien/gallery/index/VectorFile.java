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
 * Memory that lies in a file: the operating system keeps in RAM what is read, and takes the rest
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

  private static final int WRITE_BYTES = 1 << 20;

  /** Scratch never takes the last space from the store, which lies on the same disk. */
  private static final long KEPT_FREE_BYTES = 256L << 20;

  /** A cache line. */
  private static final long ALIGNMENT_BYTES = 64;

  private final FileChannel channel;
  private final FileStore disk;
  private final Arena arena = Arena.ofShared();
  private final Map<Long, Deque<MemorySegment>> free = new HashMap<>();
  private MemorySegment extent = MemorySegment.NULL;
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
   * Gives memory, with any content. Where the disk is nearly full or fails, it lies in RAM instead,
   * so that searches go on: all blocks of the file are written before they are mapped, so no access
   * to what was given can fail.
   */
  synchronized MemorySegment allocate(long bytes) {
    long aligned = Math.ceilDiv(bytes, ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
    Deque<MemorySegment> given = free.get(aligned);
    if (given != null && !given.isEmpty()) {
      return given.pop();
    }
    if (used + aligned > extent.byteSize()) {
      extent = extend(Math.max(EXTENT_BYTES, aligned));
      used = 0;
    }
    MemorySegment segment = extent.asSlice(used, aligned);
    used += aligned;
    return segment;
  }

  /** Takes memory back, for who needs as much next. */
  synchronized void release(MemorySegment segment) {
    free.computeIfAbsent(segment.byteSize(), bytes -> new ArrayDeque<>()).push(segment);
  }

  /** How long the file is, in bytes. */
  synchronized long size() {
    return fileBytes;
  }

  private MemorySegment extend(long bytes) {
    try {
      if (disk.getUsableSpace() < bytes + KEPT_FREE_BYTES) {
        throw new IOException("the disk is nearly full");
      }
      ByteBuffer zeros = ByteBuffer.allocateDirect(WRITE_BYTES);
      for (long written = 0; written < bytes; ) {
        zeros.clear().limit((int) Math.min(WRITE_BYTES, bytes - written));
        written += channel.write(zeros, fileBytes + written);
      }
      MemorySegment mapped = channel.map(FileChannel.MapMode.READ_WRITE, fileBytes, bytes, arena);
      fileBytes += bytes;
      return mapped;
    } catch (IOException e) {
      if (!takesRam) {
        LOG.warn("The search index's scratch file cannot grow, so it takes RAM: {}", e.toString());
        takesRam = true; // said once for all that follows
      }
      giveBack();
      return arena.allocate(bytes, ALIGNMENT_BYTES);
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
