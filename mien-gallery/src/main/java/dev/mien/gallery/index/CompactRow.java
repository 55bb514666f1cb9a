package dev.mien.gallery.index;

/**
 * A vector with its {@link CompactCode}, ready to be put into a {@link FaceIndex}: making it is
 * most of the work, needs no index, and can be done by any thread. Immutable.
 */
public final class CompactRow {
  final float[] vector;
  final CompactCode code;

  private CompactRow(float[] vector, CompactCode code) {
    this.vector = vector;
    this.code = code;
  }

  /**
   * Makes a row.
   *
   * @param vector at least one dimension; must not be changed any more
   */
  public static CompactRow of(float[] vector) {
    if (vector.length == 0) {
      throw new IllegalArgumentException("a vector has at least 1 dimension");
    }
    int codeLength = CodeProducts.paddedLength(vector.length);
    return new CompactRow(vector, CompactCode.of(vector, codeLength, CodeProducts.LANES));
  }
}
