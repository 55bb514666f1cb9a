package dev.mien.gallery.index;

/**
 * A vector in one byte a dimension: {@code vector ≈ scale × codes}, with the length of what that
 * leaves out. Codes are dealt out to the lanes of a vector register in turn, and the codes of one
 * lane never have a sum of squares above {@link Short#MAX_VALUE}. So, by the inequality of Cauchy
 * and Schwarz, no partial sum of products in a lane of two codes ever leaves 16 bits, and {@link
 * CodeProducts} may add up a whole row in 16-bit lanes. {@link CompactCoder} makes the codes.
 */
final class CompactCode {
  /** The rounded components, padded with zeros. */
  final byte[] codes;

  /** What a code is multiplied with; 0 for the zero vector. */
  final float scale;

  /** At least the length of {@code vector - scale × codes}. */
  final float error;

  /** At least the length of the vector. */
  final double length;

  private CompactCode(byte[] codes, float scale, float error, double length) {
    this.codes = codes;
    this.scale = scale;
    this.error = error;
    this.length = length;
  }

  /**
   * The compact form of a vector.
   *
   * @param vector finite
   * @param paddedLength how many codes to give: a multiple of {@link CodeProducts#LANES} that holds
   *     all components
   */
  static CompactCode of(float[] vector, int paddedLength) {
    CompactCoder coder = new CompactCoder(paddedLength);
    byte[] codes = new byte[paddedLength];
    coder.encode(vector, 0, vector.length, codes, 0);
    return new CompactCode(codes, coder.scale(), coder.error(), coder.length());
  }

  /** The length of {@code scale × codes}. */
  double codedLength() {
    long sum = 0;
    for (byte code : codes) {
      sum += code * code;
    }
    return scale * Math.sqrt((double) sum);
  }
}
