package dev.mien.gallery.index;

/**
 * The rows that a {@link RowStore} had at one time. Rows may be added while it is read; those that
 * it is asked for must not be written meanwhile.
 */
final class RowView {
  /** Never changed. */
  private final RowChunk[] chunks;

  private final int dimensions;
  private final int codeLength;
  private final double longest;

  RowView(RowChunk[] chunks, int dimensions, int codeLength, double longest) {
    this.chunks = chunks;
    this.dimensions = dimensions;
    this.codeLength = codeLength;
    this.longest = longest;
  }

  /** Of every vector. */
  int dimensions() {
    return dimensions;
  }

  /** Bytes of a row's codes. */
  int codeLength() {
    return codeLength;
  }

  /** At least the length of every vector. */
  double longest() {
    return longest;
  }

  /** The chunk that holds a row. */
  RowChunk chunk(int row) {
    return chunks[row / RowChunk.ROWS];
  }

  /** Copies a row's vector. */
  void read(int row, float[] vector) {
    chunk(row).vectors.read((long) (row % RowChunk.ROWS) * dimensions, vector, dimensions);
  }
}
