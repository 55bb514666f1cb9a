package dev.mien.gallery.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * Rows with their groups, made ready to be put into a {@link FaceIndex} together. Making them, and
 * then their codes, is nearly all of the work, needs no index, and can be done by any thread; one
 * at a time.
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
  private final CompactCoder coder;
  private int rows;

  /** Rows below have their codes. */
  private int encoded;

  /**
   * An empty block.
   *
   * @param dimensions of all vectors
   * @param rowsExpected at least 1; more rows than that find room too, but cost more
   */
  public RowBlock(int dimensions, int rowsExpected) {
    this.dimensions = dimensions;
    this.codeLength = CodeProducts.paddedLength(dimensions);
    this.coder = new CompactCoder(codeLength);
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
    System.arraycopy(vector, 0, vectors, rows * dimensions, dimensions);
    keys[rows] = key;
    owners[rows] = owner;
    return rows++;
  }

  /** Makes the codes of all rows that have none yet. */
  public void encode() {
    for (; encoded < rows; encoded++) {
      coder.encode(vectors, encoded * dimensions, dimensions, codes, encoded * codeLength);
      scales[encoded] = coder.scale();
      errors[encoded] = coder.error();
      longest = Math.max(longest, coder.length());
    }
  }

  /** A copy of a row's vector. */
  public float[] vector(int row) {
    return Arrays.copyOfRange(vectors, row * dimensions, (row + 1) * dimensions);
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
