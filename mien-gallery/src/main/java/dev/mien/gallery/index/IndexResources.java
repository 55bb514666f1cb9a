package dev.mien.gallery.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * What all indexes of a process share: the threads that scan, and the scratch file that holds the
 * vectors. Thread-safe.
 */
public final class IndexResources implements AutoCloseable {
  final ScanPool pool;
  final VectorFile file;

  private IndexResources(ScanPool pool, VectorFile file) {
    this.pool = pool;
    this.file = file;
  }

  /**
   * Starts the threads and makes the file.
   *
   * @param directory where the file is made, without a name; one on a disk, as its pages are
   *     written there when RAM is short. It takes 4 bytes a dimension for each vector
   * @param threads how many scan, of all searches together
   * @throws UncheckedIOException if the file cannot be made
   */
  public static IndexResources open(Path directory, int threads) {
    try {
      VectorFile file = VectorFile.create(directory);
      return new IndexResources(new ScanPool(threads), file);
    } catch (IOException e) {
      throw new UncheckedIOException("no scratch file can be made in " + directory, e);
    }
  }

  /** Bytes of the scratch file. */
  public long fileBytes() {
    return file.size();
  }

  /** Frees everything; all indexes must have been closed before. */
  @Override
  public void close() {
    pool.close();
    file.close();
  }
}
