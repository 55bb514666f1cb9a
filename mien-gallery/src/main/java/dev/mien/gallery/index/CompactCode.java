package dev.mien.gallery.index;

/**
 * A vector in one byte a dimension: {@code vector ≈ scale × codes}, with the length of what that
 * leaves out. Codes are dealt out to the lanes of a vector register in turn, and the codes of one
 * lane never have a sum of squares above {@link Short#MAX_VALUE}. So, by the inequality of Cauchy
 * and Schwarz, no partial sum of products in a lane of two codes ever leaves 16 bits, and {@link
 * CodeProducts} may add up a whole row in 16-bit lanes.
 */
final class CompactCode {
  /** One more would have the same magnitude as -128, which no rounding gives. */
  private static final int CODE_MAX = Byte.MAX_VALUE;

  /** A little less than √32767, as rounding lengthens some lanes. */
  private static final double LANE_LENGTH = 180;

  /** How much coarser to round where a lane has still become too long. */
  private static final float COARSER = 1.01f;

  /** The rounded components, padded with zeros. */
  final byte[] codes;

  /** What a code is multiplied with; 0 for the zero vector. */
  final float scale;

  /** At least the length of {@code vector - scale × codes}. */
  final float error;

  /** At least the length of the vector. */
  final double length;

  CompactCode(byte[] codes, float scale, float error, double length) {
    this.codes = codes;
    this.scale = scale;
    this.error = error;
    this.length = length;
  }

  /**
   * The compact form of a vector.
   *
   * @param vector finite
   * @param paddedLength how many codes to give: a multiple of the lanes that holds all components
   * @param lanes how many lanes the codes are dealt out to
   */
  static CompactCode of(float[] vector, int paddedLength, int lanes) {
    byte[] codes = new byte[paddedLength];
    float scale = finestScale(vector, lanes);
    if (scale > 0) {
      round(vector, scale, codes);
      while (!fits(codes, lanes)) {
        scale *= COARSER;
        round(vector, scale, codes);
      }
    }
    double errorSquared = 0;
    double lengthSquared = 0;
    for (int i = 0; i < vector.length; i++) {
      double rest = vector[i] - (double) scale * codes[i];
      errorSquared += rest * rest;
      lengthSquared += (double) vector[i] * vector[i];
    }
    return new CompactCode(
        codes,
        scale,
        Math.nextUp((float) Math.sqrt(errorSquared)),
        Math.nextUp((float) Math.sqrt(lengthSquared)));
  }

  /** The length of {@code scale × codes}. */
  double codedLength() {
    long sum = 0;
    for (byte code : codes) {
      sum += code * code;
    }
    return scale * Math.sqrt((double) sum);
  }

  private static float finestScale(float[] vector, int lanes) {
    double[] squares = new double[lanes];
    float largest = 0;
    for (int first = 0; first < vector.length; first += lanes) {
      int length = Math.min(lanes, vector.length - first);
      for (int lane = 0; lane < length; lane++) {
        float value = vector[first + lane];
        largest = Math.max(largest, Math.abs(value));
        squares[lane] += (double) value * value;
      }
    }
    double longest = 0;
    for (double square : squares) {
      longest = Math.max(longest, square);
    }
    return (float) Math.max((double) largest / CODE_MAX, Math.sqrt(longest) / LANE_LENGTH);
  }

  private static void round(float[] vector, float scale, byte[] codes) {
    for (int i = 0; i < vector.length; i++) {
      int code = Math.round(vector[i] / scale);
      codes[i] = (byte) Math.clamp(code, -CODE_MAX, CODE_MAX);
    }
  }

  private static boolean fits(byte[] codes, int lanes) {
    int[] squares = new int[lanes];
    for (int first = 0; first < codes.length; first += lanes) {
      for (int lane = 0; lane < lanes; lane++) {
        squares[lane] += codes[first + lane] * codes[first + lane];
      }
    }
    for (int square : squares) {
      if (square > Short.MAX_VALUE) {
        return false;
      }
    }
    return true;
  }
}
