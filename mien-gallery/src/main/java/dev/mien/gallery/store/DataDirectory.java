package dev.mien.gallery.store;

import dev.mien.gallery.OwnerOnly;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.StoreFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory that holds all of a server's data. It belongs to one process at a time, which holds
 * a lock on a file in it; the operating system lets go of the lock when the process ends in any
 * way.
 */
public final class DataDirectory implements AutoCloseable {
  private static final String LOCK_FILE = "mien.lock";

  /** Far behind the process number that the file holds, so that others can read that. */
  private static final long LOCK_POSITION = Long.MAX_VALUE - 1;

  private final Path path;
  private final FileChannel channel;

  private DataDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Creates the directory if it is missing, readable by its owner only, and locks it.
   *
   * @throws StoreException if it cannot be used, above all because another process does; the
   *     message says so
   */
  public static DataDirectory open(Path path) {
    try {
      create(path);
      return lock(path.toRealPath());
    } catch (IOException e) {
      throw new StoreException(
          "The data directory %s cannot be used. %s (%s)"
              .formatted(path, StoreFault.of(e).advice(), e),
          e);
    }
  }

  private static void create(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return;
    }
    Files.createDirectories(path, OwnerOnly.directory());
  }

  private static DataDirectory lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve(LOCK_FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      if (!tryLock(channel)) {
        throw new StoreException(
            "The data directory %s is in use by another process (%s). Stop it, or choose another directory."
                .formatted(path, holder(channel)));
      }
      byte[] holder =
          Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder), 0);
      return new DataDirectory(path, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCK_POSITION, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // this very process holds it
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(20); // the digits of a long
    int bytes = channel.read(buffer, 0);
    String number = new String(buffer.array(), 0, Math.max(bytes, 0), StandardCharsets.US_ASCII);
    return number.isEmpty() ? "unknown" : "process " + number;
  }

  /** Where it is, without symbolic links. */
  public Path path() {
    return path;
  }

  /** Lets other processes in. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreException("The data directory " + path + " cannot be unlocked", e);
    }
  }
}
