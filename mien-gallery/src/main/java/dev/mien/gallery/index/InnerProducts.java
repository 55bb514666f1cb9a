package dev.mien.gallery.index;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner products of one probe with consecutive rows, with the Vector API. A product depends on its
 * two vectors only, not on where the row lies, so equal rows have exactly equal products.
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
    int row = 0;
    for (; row + ROWS_TOGETHER <= rows; row += ROWS_TOGETHER) {
      computeFour(chunk, offsetBytes + row * rowBytes, rowBytes, probe, products, row);
    }
    for (; row < rows; row++) {
      products[row] = computeOne(chunk, offsetBytes + row * rowBytes, probe);
    }
  }

  private static void computeFour(
      MemorySegment chunk, long offset, long rowBytes, float[] probe, float[] products, int at) {
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
    products[at] = sum0.reduceLanes(VectorOperators.ADD);
    products[at + 1] = sum1.reduceLanes(VectorOperators.ADD);
    products[at + 2] = sum2.reduceLanes(VectorOperators.ADD);
    products[at + 3] = sum3.reduceLanes(VectorOperators.ADD);
  }

  private static float computeOne(MemorySegment chunk, long offset, float[] probe) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = 0; i < probe.length; i += SPECIES.length()) {
      sum =
          FloatVector.fromArray(SPECIES, probe, i)
              .fma(load(chunk, offset + (long) i * Float.BYTES), sum);
    }
    return sum.reduceLanes(VectorOperators.ADD);
  }

  private static FloatVector load(MemorySegment chunk, long offset) {
    return FloatVector.fromMemorySegment(SPECIES, chunk, offset, ByteOrder.nativeOrder());
  }
}
