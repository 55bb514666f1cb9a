package dev.mien.gallery.index;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * Rows, numbered from 0, in chunks. It grows and never moves a row.
 *
 * <p>Not thread-safe: a writer needs it alone, but for those who read rows of a {@link RowView}
 * that it does not write.
 */
final class RowStore implements AutoCloseable {
  /** A cache line. */
  private static final long ALIGNMENT_BYTES = 64;

  private final int dimensions;
  private final int codeLength;
  private final VectorFile file;
  private final Arena arena = Arena.ofShared();

  /** Never changed, but exchanged for a longer one. */
  private RowChunk[] chunks = {};

  /** At least the length of every vector that was ever written. */
  private double longest;

  RowStore(int dimensions, VectorFile file) {
    if (dimensions < 1) {
      throw new IllegalArgumentException("a vector has at least 1 dimension: " + dimensions);
    }
    this.dimensions = dimensions;
    this.codeLength = CodeProducts.paddedLength(dimensions);
    this.file = file;
  }

  int dimensions() {
    return dimensions;
  }

  /** Bytes of a row's codes. */
  int codeLength() {
    return codeLength;
  }

  /** A row's codes with their scale and error. */
  int scannedBytesPerRow() {
    return codeLength + 2 * Float.BYTES;
  }

  /** Bytes of all chunks in RAM. */
  long residentBytes() {
    int bytesPerRow = scannedBytesPerRow() + Long.BYTES + Integer.BYTES;
    return (long) chunks.length * RowChunk.ROWS * bytesPerRow;
  }

  /** The compact form of a vector of this store's dimensions. */
  CompactCode compact(float[] vector) {
    requireDimensions(vector);
    return CompactCode.of(vector, codeLength);
  }

  /** Makes sure that rows below this number exist. */
  void reserve(int rows) {
    int before = chunks.length;
    int needed = Math.ceilDiv(rows, RowChunk.ROWS);
    if (needed <= before) {
      return;
    }
    RowChunk[] longer = Arrays.copyOf(chunks, needed);
    for (int i = before; i < needed; i++) {
      longer[i] =
          new RowChunk(
              arena.allocate((long) RowChunk.ROWS * codeLength, ALIGNMENT_BYTES),
              new float[RowChunk.ROWS],
              new float[RowChunk.ROWS],
              new long[RowChunk.ROWS],
              new int[RowChunk.ROWS],
              file.allocate((long) RowChunk.ROWS * dimensions * Float.BYTES));
    }
    chunks = longer;
  }

  /** Overwrites the vector of a row that exists. */
  void write(int row, float[] vector, CompactCode compact) {
    RowChunk chunk = chunk(row);
    int at = row % RowChunk.ROWS;
    MemorySegment.copy(
        compact.codes, 0, chunk.codes, ValueLayout.JAVA_BYTE, (long) at * codeLength, codeLength);
    chunk.scales[at] = compact.scale;
    chunk.errors[at] = compact.error;
    chunk.vectors.write(vectorOffset(row), vector, 0, dimensions);
    longest = Math.max(longest, compact.length);
  }

  /** Overwrites rows that exist, one after the other, with those of a block. */
  void write(int first, RowBlock<?> block, int firstOwner) {
    if (block.dimensions != dimensions) {
      throw new IllegalArgumentException(
          "the vectors have %d dimensions, not %d".formatted(block.dimensions, dimensions));
    }
    for (int from = 0; from < block.size(); ) {
      int row = first + from;
      int count = Math.min(block.size() - from, RowChunk.ROWS - row % RowChunk.ROWS);
      writePart(row, block, from, count, firstOwner);
      from += count;
    }
    longest = Math.max(longest, block.longest);
  }

  private void writePart(int row, RowBlock<?> block, int from, int count, int firstOwner) {
    RowChunk chunk = chunk(row);
    int at = row % RowChunk.ROWS;
    MemorySegment.copy(
        block.codes,
        from * codeLength,
        chunk.codes,
        ValueLayout.JAVA_BYTE,
        (long) at * codeLength,
        count * codeLength);
    chunk.vectors.write(vectorOffset(row), block.vectors, from * dimensions, count * dimensions);
    System.arraycopy(block.scales, from, chunk.scales, at, count);
    System.arraycopy(block.errors, from, chunk.errors, at, count);
    System.arraycopy(block.keys, from, chunk.keys, at, count);
    for (int i = 0; i < count; i++) {
      chunk.owners[at + i] = firstOwner + block.owners[from + i];
    }
  }

  /** All rows as they are now. */
  RowView view() {
    return new RowView(chunks, dimensions, codeLength, longest);
  }

  /** The chunk that holds a row. */
  RowChunk chunk(int row) {
    return chunks[row / RowChunk.ROWS];
  }

  void requireDimensions(float[] vector) {
    if (vector.length != dimensions) {
      throw new IllegalArgumentException(
          "the vector has %d dimensions, not %d".formatted(vector.length, dimensions));
    }
  }

  /** In floats, within the row's chunk. */
  private long vectorOffset(int row) {
    return (long) (row % RowChunk.ROWS) * dimensions;
  }

  @Override
  public void close() {
    arena.close();
    for (RowChunk chunk : chunks) {
      file.release(chunk.vectors);
    }
  }
}
