package dev.mien.gallery.index;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner products of one probe with consecutive rows, with the Vector API. A product depends on its
 * two vectors only, not on where the row lies or on how far the code is compiled, so equal rows
 * have exactly equal products. That is why the lanes of a register are added one by one: the order
 * of {@code reduceLanes} is undefined and changes when the code is compiled.
 */
final class InnerProducts {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** What rows must be padded to a multiple of. */
  static final int REGISTER_BYTES = SPECIES.vectorByteSize();

  /**
   * Rows computed together: they share each load of the probe, and their sums do not wait for each
   * other.
   */
  private static final int ROWS_TOGETHER = 4;

  private InnerProducts() {}

  /**
   * Computes products with the rows that begin at an offset.
   *
   * @param chunk holds the rows
   * @param offsetBytes where the first begins
   * @param rows how many
   * @param probe as many floats as a row, a multiple of the vector register's
   * @param products receives one product a row, from index 0
   */
  static void compute(
      MemorySegment chunk, long offsetBytes, int rows, float[] probe, float[] products) {
    long rowBytes = (long) probe.length * Float.BYTES;
    float[] lanes = new float[ROWS_TOGETHER * SPECIES.length()];
    int row = 0;
    for (; row + ROWS_TOGETHER <= rows; row += ROWS_TOGETHER) {
      sumFour(chunk, offsetBytes + row * rowBytes, rowBytes, probe, lanes);
      addLanes(lanes, products, row);
    }
    for (; row < rows; row++) {
      products[row] = computeOne(chunk, offsetBytes + row * rowBytes, probe, lanes);
    }
  }

  private static void sumFour(
      MemorySegment chunk, long offset, long rowBytes, float[] probe, float[] lanes) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = FloatVector.zero(SPECIES);
    FloatVector sum2 = FloatVector.zero(SPECIES);
    FloatVector sum3 = FloatVector.zero(SPECIES);
    for (int i = 0; i < probe.length; i += SPECIES.length()) {
      FloatVector part = FloatVector.fromArray(SPECIES, probe, i);
      long position = offset + (long) i * Float.BYTES;
      sum0 = part.fma(load(chunk, position), sum0);
      sum1 = part.fma(load(chunk, position + rowBytes), sum1);
      sum2 = part.fma(load(chunk, position + 2 * rowBytes), sum2);
      sum3 = part.fma(load(chunk, position + 3 * rowBytes), sum3);
    }
    int length = SPECIES.length();
    sum0.intoArray(lanes, 0);
    sum1.intoArray(lanes, length);
    sum2.intoArray(lanes, 2 * length);
    sum3.intoArray(lanes, 3 * length);
  }

  private static void addLanes(float[] lanes, float[] products, int at) {
    int length = SPECIES.length();
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    for (int i = 0; i < length; i++) {
      sum0 += lanes[i];
      sum1 += lanes[length + i];
      sum2 += lanes[2 * length + i];
      sum3 += lanes[3 * length + i];
    }
    products[at] = sum0;
    products[at + 1] = sum1;
    products[at + 2] = sum2;
    products[at + 3] = sum3;
  }

  private static float computeOne(MemorySegment chunk, long offset, float[] probe, float[] lanes) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = 0; i < probe.length; i += SPECIES.length()) {
      sum =
          FloatVector.fromArray(SPECIES, probe, i)
              .fma(load(chunk, offset + (long) i * Float.BYTES), sum);
    }
    sum.intoArray(lanes, 0);
    float product = 0;
    for (int i = 0; i < SPECIES.length(); i++) {
      product += lanes[i];
    }
    return product;
  }

  private static FloatVector load(MemorySegment chunk, long offset) {
    return FloatVector.fromMemorySegment(SPECIES, chunk, offset, ByteOrder.nativeOrder());
  }
}
