package dev.mien.gallery.index;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A vector in one byte a dimension: {@code vector ≈ scale × codes}, with the length of what that
 * leaves out. Codes are dealt out to the lanes of a vector register in turn, and the codes of one
 * lane never have a sum of squares above {@link Short#MAX_VALUE}. So, by the inequality of Cauchy
 * and Schwarz, no partial sum of products in a lane of two codes ever leaves 16 bits, and {@link
 * CodeProducts} may add up a whole row in 16-bit lanes.
 *
 * <p>Made with the Vector API, as a start makes one of each face. Lengths are summed up in floats
 * then, and made longer by more than that can have lost.
 */
final class CompactCode {
  /** One more would have the same magnitude as -128, which no rounding gives. */
  private static final int CODE_MAX = Byte.MAX_VALUE;

  /** A little less than √32767, as rounding lengthens some lanes. */
  private static final double LANE_LENGTH = 180;

  /** How much coarser to round where a lane has still become too long. */
  private static final float COARSER = 1.01f;

  /** A sum of this and a float of less than 2^22 has no room for a fraction: it is rounded. */
  private static final float ROUNDER = 1.5f * (1 << 23);

  /**
   * More than a sum of at most 4,096 / {@link CodeProducts#LANES} squares in floats, each step of
   * which is wrong by 2^-24 of it at most, can be too small in relation to itself.
   */
  private static final double SUM_SLACK = 1 + 1e-4;

  /**
   * More than the components of a rest, each wrong by 2^-23 of the vector's component at most, can
   * be too short together, in relation to the vector's length.
   */
  private static final double REST_SLACK = 0x1p-22;

  /** No more floats than lanes: 16. */
  private static final VectorSpecies<Float> FLOATS =
      FloatVector.SPECIES_PREFERRED.vectorBitSize() > 512
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  /** The rounded components, padded with zeros. */
  final byte[] codes;

  /** What a code is multiplied with; 0 for the zero vector. */
  final float scale;

  /** At least the length of {@code vector - scale × codes}. */
  final float error;

  /** At least the length of the vector. */
  final double length;

  private CompactCode(byte[] codes, float scale, double error, double length) {
    this.codes = codes;
    this.scale = scale;
    this.error = Math.nextUp((float) error);
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
    float[] values = Arrays.copyOf(vector, paddedLength);
    Squares squares = new Squares(values);
    double length = squares.length() * SUM_SLACK;
    float scale = squares.finestScale();
    byte[] codes = new byte[paddedLength];
    if (scale == 0) {
      return new CompactCode(codes, 0, length, length);
    }
    float[] rounded = new float[paddedLength];
    Rests rests = new Rests(values, scale, rounded);
    while (!rests.fit()) {
      scale *= COARSER;
      rests = new Rests(values, scale, rounded);
    }
    for (int i = 0; i < paddedLength; i++) {
      codes[i] = (byte) rounded[i];
    }
    return new CompactCode(codes, scale, rests.length() * SUM_SLACK + length * REST_SLACK, length);
  }

  /** The length of {@code scale × codes}. */
  double codedLength() {
    long sum = 0;
    for (byte code : codes) {
      sum += code * code;
    }
    return scale * Math.sqrt((double) sum);
  }

  /** Squares of components, added up lane by lane. */
  private static final class Squares {
    private float total;
    private float longestLane;
    private float largest;

    Squares(float[] values) {
      for (int first = 0; first < CodeProducts.LANES; first += FLOATS.length()) {
        FloatVector sum = FloatVector.zero(FLOATS);
        FloatVector most = FloatVector.zero(FLOATS);
        for (int i = first; i < values.length; i += CodeProducts.LANES) {
          FloatVector part = FloatVector.fromArray(FLOATS, values, i);
          sum = sum.add(part.mul(part));
          most = most.max(part.abs());
        }
        total += sum.reduceLanes(VectorOperators.ADD);
        longestLane = Math.max(longestLane, sum.reduceLanes(VectorOperators.MAX));
        largest = Math.max(largest, most.reduceLanes(VectorOperators.MAX));
      }
    }

    double length() {
      return Math.sqrt(total);
    }

    /** 0 for a vector that is 0, or so short that no code can tell. */
    float finestScale() {
      return (float) Math.max((double) largest / CODE_MAX, Math.sqrt(longestLane) / LANE_LENGTH);
    }
  }

  /** What rounding to whole multiples of a scale gives, and what it leaves out. */
  private static final class Rests {
    private float total;
    private float longestLane;

    /**
     * Rounds.
     *
     * @param rounded receives whole numbers, as many as there are values
     */
    Rests(float[] values, float scale, float[] rounded) {
      for (int first = 0; first < CodeProducts.LANES; first += FLOATS.length()) {
        FloatVector sum = FloatVector.zero(FLOATS);
        FloatVector squares = FloatVector.zero(FLOATS);
        for (int i = first; i < values.length; i += CodeProducts.LANES) {
          FloatVector part = FloatVector.fromArray(FLOATS, values, i);
          FloatVector whole =
              part.div(scale).min(CODE_MAX).max(-CODE_MAX).add(ROUNDER).sub(ROUNDER);
          whole.intoArray(rounded, i);
          FloatVector rest = part.sub(whole.mul(scale));
          sum = sum.add(rest.mul(rest));
          squares = squares.add(whole.mul(whole)); // whole numbers below 2^24: exact
        }
        total += sum.reduceLanes(VectorOperators.ADD);
        longestLane = Math.max(longestLane, squares.reduceLanes(VectorOperators.MAX));
      }
    }

    double length() {
      return Math.sqrt(total);
    }

    /** Whether all lanes are as short as they must be. */
    boolean fit() {
      return longestLane <= Short.MAX_VALUE;
    }
  }
}
