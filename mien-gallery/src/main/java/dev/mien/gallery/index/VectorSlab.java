package dev.mien.gallery.index;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of floats in off-heap memory, numbered from 0. It grows by chunks and never moves a row.
 * Rows are padded with zeros to whole cache lines, which no inner product notices, so that every
 * vector register is filled and aligned.
 *
 * <p>Not thread-safe: readers may share it, a writer needs it alone.
 */
final class VectorSlab implements AutoCloseable {
  /** A chunk of 320 dimensions takes 1.3 MB: small accounts stay small, runs stay long. */
  static final int ROWS_PER_CHUNK = 1024;

  /** A cache line, or a vector register where those are larger. */
  private static final int LINE_BYTES = Math.max(64, InnerProducts.REGISTER_BYTES);

  private static final int FLOATS_PER_LINE = LINE_BYTES / Float.BYTES;

  private final int dimensions;
  private final int stride;
  private final Arena arena = Arena.ofShared();
  private final List<MemorySegment> chunks = new ArrayList<>();

  VectorSlab(int dimensions) {
    if (dimensions < 1) {
      throw new IllegalArgumentException("a vector has at least 1 dimension: " + dimensions);
    }
    this.dimensions = dimensions;
    this.stride = Math.ceilDiv(dimensions, FLOATS_PER_LINE) * FLOATS_PER_LINE;
  }

  /** Floats of a row without its padding. */
  int dimensions() {
    return dimensions;
  }

  /** Makes sure that rows below this number exist. */
  void reserve(int rows) {
    while ((long) chunks.size() * ROWS_PER_CHUNK < rows) {
      chunks.add(arena.allocate((long) ROWS_PER_CHUNK * stride * Float.BYTES, LINE_BYTES));
    }
  }

  /** Overwrites a row that exists. */
  void write(int row, float[] vector) {
    if (vector.length != dimensions) {
      throw new IllegalArgumentException(
          "the vector has %d dimensions, not %d".formatted(vector.length, dimensions));
    }
    MemorySegment.copy(
        vector, 0, chunk(row), ValueLayout.JAVA_FLOAT, offsetBytes(row), vector.length);
  }

  /** A copy of a row, without its padding. */
  float[] read(int row) {
    float[] vector = new float[dimensions];
    MemorySegment.copy(
        chunk(row), ValueLayout.JAVA_FLOAT, offsetBytes(row), vector, 0, vector.length);
    return vector;
  }

  /** A vector with a row's padding, to be multiplied with rows. */
  float[] padded(float[] vector) {
    if (vector.length != dimensions) {
      throw new IllegalArgumentException(
          "the vector has %d dimensions, not %d".formatted(vector.length, dimensions));
    }
    float[] padded = new float[stride];
    System.arraycopy(vector, 0, padded, 0, vector.length);
    return padded;
  }

  /** The chunk that holds a row. */
  MemorySegment chunk(int row) {
    return chunks.get(row / ROWS_PER_CHUNK);
  }

  /** Where in its chunk a row begins. */
  long offsetBytes(int row) {
    return (long) (row % ROWS_PER_CHUNK) * stride * Float.BYTES;
  }

  @Override
  public void close() {
    arena.close();
  }
}
