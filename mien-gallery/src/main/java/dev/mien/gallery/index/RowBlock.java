package dev.mien.gallery.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * Rows with their groups, made ready to be put into a {@link FaceIndex} together. Making them is
 * nearly all of the work, needs no index, and can be done by any thread; one at a time.
 *
 * @param <G> what names a group
 */
public final class RowBlock<G> {
  final int dimensions;
  final int codeLength;
  final Map<G, RoaringBitmap> groups = new HashMap<>();
  byte[] codes;
  float[] vectors;
  float[] scales;
  float[] errors;
  long[] keys;
  int[] owners;
  double longest;
  private int rows;

  /**
   * An empty block.
   *
   * @param dimensions of all vectors
   * @param rowsExpected at least 1; more rows than that find room too, but cost more
   */
  public RowBlock(int dimensions, int rowsExpected) {
    this.dimensions = dimensions;
    this.codeLength = CodeProducts.paddedLength(dimensions);
    this.codes = new byte[Math.multiplyExact(rowsExpected, codeLength)];
    this.vectors = new float[Math.multiplyExact(rowsExpected, dimensions)];
    this.scales = new float[rowsExpected];
    this.errors = new float[rowsExpected];
    this.keys = new long[rowsExpected];
    this.owners = new int[rowsExpected];
  }

  /**
   * Adds a row that is in no group yet.
   *
   * @param key tells the row from the others
   * @param owner whose row it is, counted from the first owner of the block
   * @return the row's number in the block
   */
  public int add(long key, int owner, float[] vector) {
    if (vector.length != dimensions) {
      throw new IllegalArgumentException(
          "the vector has %d dimensions, not %d".formatted(vector.length, dimensions));
    }
    if (rows == keys.length) {
      grow();
    }
    CompactCode compact = CompactCode.of(vector, codeLength);
    System.arraycopy(compact.codes, 0, codes, rows * codeLength, codeLength);
    System.arraycopy(vector, 0, vectors, rows * dimensions, dimensions);
    scales[rows] = compact.scale;
    errors[rows] = compact.error;
    keys[rows] = key;
    owners[rows] = owner;
    longest = Math.max(longest, compact.length);
    return rows++;
  }

  /** Puts a row of the block into a group. */
  public void join(G group, int row) {
    groups.computeIfAbsent(group, name -> new RoaringBitmap()).add(row);
  }

  /** The number of rows. */
  public int size() {
    return rows;
  }

  /** The number of dimensions of every vector. */
  public int dimensions() {
    return dimensions;
  }

  private void grow() {
    int capacity = 2 * rows;
    codes = Arrays.copyOf(codes, Math.multiplyExact(capacity, codeLength));
    vectors = Arrays.copyOf(vectors, Math.multiplyExact(capacity, dimensions));
    scales = Arrays.copyOf(scales, capacity);
    errors = Arrays.copyOf(errors, capacity);
    keys = Arrays.copyOf(keys, capacity);
    owners = Arrays.copyOf(owners, capacity);
  }
}
