package dev.mien.gallery.index;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Makes {@link CompactCode}s, one after the other in the same memory, as a start makes one of each
 * face. Made with the Vector API. Lengths are summed up in floats, and made longer by more than
 * that can have lost. Not thread-safe.
 */
final class CompactCoder {
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

  /** The vector, padded with zeros. */
  private final float[] values;

  private final float[] rounded;
  private float scale;
  private float error;
  private double length;

  /** The sum of the squares that were summed up last, and the largest sum of a lane. */
  private float total;

  private float longestLane;

  /** The largest magnitude of a value. */
  private float largest;

  /**
   * A coder.
   *
   * @param paddedLength how many codes to make of a vector: a multiple of {@link
   *     CodeProducts#LANES} that holds all components
   */
  CompactCoder(int paddedLength) {
    values = new float[paddedLength];
    rounded = new float[paddedLength];
  }

  /**
   * Makes the codes of a vector.
   *
   * @param vectors has the components, all finite, at {@code from}
   * @param codes receives the codes, padded with zeros, at {@code to}
   */
  void encode(float[] vectors, int from, int dimensions, byte[] codes, int to) {
    System.arraycopy(vectors, from, values, 0, dimensions);
    Arrays.fill(values, dimensions, values.length, 0);
    sumSquares();
    length = Math.sqrt(total) * SUM_SLACK;
    scale = finestScale();
    if (scale < Float.MIN_NORMAL) { // so short a vector that no code can tell, or none
      length = Math.max(length, largest * Math.sqrt(values.length));
      scale = 0;
      error = above(length);
      Arrays.fill(codes, to, to + values.length, (byte) 0);
      return;
    }
    round();
    while (longestLane > Short.MAX_VALUE) {
      scale *= COARSER;
      round();
    }
    error = above(Math.sqrt(total) * SUM_SLACK + length * REST_SLACK);
    for (int i = 0; i < values.length; i++) {
      codes[to + i] = (byte) rounded[i];
    }
  }

  private static float above(double value) {
    return Math.nextUp((float) value);
  }

  /** What a code is multiplied with; 0 for the zero vector. */
  float scale() {
    return scale;
  }

  /** At least the length of {@code vector - scale × codes}. */
  float error() {
    return error;
  }

  /** At least the length of the vector. */
  double length() {
    return length;
  }

  private float finestScale() {
    return (float) Math.max((double) largest / CODE_MAX, Math.sqrt(longestLane) / LANE_LENGTH);
  }

  /** Adds up the squares of the values lane by lane. */
  private void sumSquares() {
    total = 0;
    longestLane = 0;
    largest = 0;
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

  /**
   * Rounds to whole multiples of the scale, and adds up the squares of what that leaves out, and
   * lane by lane those of the whole numbers. A quotient that is off by its last bits is rounded to
   * another whole number at most, whose rest is as true.
   */
  private void round() {
    total = 0;
    longestLane = 0;
    float reciprocal = 1 / scale;
    for (int first = 0; first < CodeProducts.LANES; first += FLOATS.length()) {
      FloatVector sum = FloatVector.zero(FLOATS);
      FloatVector squares = FloatVector.zero(FLOATS);
      for (int i = first; i < values.length; i += CodeProducts.LANES) {
        FloatVector part = FloatVector.fromArray(FLOATS, values, i);
        FloatVector whole =
            part.mul(reciprocal).min(CODE_MAX).max(-CODE_MAX).add(ROUNDER).sub(ROUNDER);
        whole.intoArray(rounded, i);
        FloatVector rest = part.sub(whole.mul(scale));
        sum = sum.add(rest.mul(rest));
        squares = squares.add(whole.mul(whole)); // whole numbers below 2^24: exact
      }
      total += sum.reduceLanes(VectorOperators.ADD);
      longestLane = Math.max(longestLane, squares.reduceLanes(VectorOperators.MAX));
    }
  }
}
