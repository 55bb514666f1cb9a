package dev.mien.gallery.index;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Room for floats in a {@link VectorFile}, or in RAM. The file is read through mapped memory, which
 * cannot be written: a write goes through the system, which can say that there is no room for it,
 * where a store into mapped memory ends in a fault. Room where a write was refused moves into RAM.
 *
 * <p>One thread may write while others read; a float must not be read while it is written.
 */
final class VectorRoom {
  /** Whoever writes more does so in pieces, which the heap has room for. */
  private static final int PIECE_FLOATS = 16_384;

  private final VectorFile file;
  private final long position;
  private volatile MemorySegment place;

  /**
   * Room that was given.
   *
   * @param position in the file, if it lies there
   * @param place writable if it lies in RAM
   */
  VectorRoom(VectorFile file, long position, MemorySegment place) {
    this.file = file;
    this.position = position;
    this.place = place;
  }

  long byteSize() {
    return place.byteSize();
  }

  boolean isInRam() {
    return !place.isReadOnly();
  }

  /**
   * Writes floats, whatever the disk says.
   *
   * @param offset in floats
   */
  void write(long offset, float[] source, int from, int count) {
    if (!isInRam()) {
      try {
        writeFile(offset, source, from, count);
        return;
      } catch (IOException e) {
        place = file.moveToRam(place, e);
      }
    }
    MemorySegment.copy(source, from, place, ValueLayout.JAVA_FLOAT, offset * Float.BYTES, count);
  }

  private void writeFile(long offset, float[] source, int from, int count) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.min(count, PIECE_FLOATS) * Float.BYTES)
            .order(ByteOrder.nativeOrder());
    FloatBuffer floats = bytes.asFloatBuffer();
    for (int written = 0; written < count; ) {
      int piece = Math.min(count - written, PIECE_FLOATS);
      floats.clear().put(source, from + written, piece);
      file.write(
          position + (offset + written) * Float.BYTES, bytes.clear().limit(piece * Float.BYTES));
      written += piece;
    }
  }

  /**
   * Copies floats that were written.
   *
   * @param offset in floats
   */
  void read(long offset, float[] target, int count) {
    MemorySegment.copy(place, ValueLayout.JAVA_FLOAT, offset * Float.BYTES, target, 0, count);
  }
}
