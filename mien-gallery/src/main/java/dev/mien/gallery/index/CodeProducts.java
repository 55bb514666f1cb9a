package dev.mien.gallery.index;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Exact inner products of {@link CompactCode}s, with the Vector API. Codes are widened to 16 bits,
 * multiplied and added up in 16-bit lanes, which the codes are made for; one sum of the lanes ends
 * a row. That takes three instructions for 16 dimensions with AVX2; several probes share the
 * reading and widening of a row.
 */
final class CodeProducts {
  /** Registers of 32 bytes at most: wider ones pad rows more and were not faster. */
  private static final VectorSpecies<Short> SHORTS =
      ShortVector.SPECIES_PREFERRED.vectorBitSize() > 256
          ? ShortVector.SPECIES_256
          : ShortVector.SPECIES_PREFERRED;

  /** As many bytes as there are shorts. */
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));

  /** What rows are padded to a multiple of, and what a code's lanes are. */
  static final int LANES = SHORTS.length();

  /** Bytes of the codes of a vector: a whole number of registers. */
  static int paddedLength(int dimensions) {
    return Math.ceilDiv(dimensions, LANES) * LANES;
  }

  /** Probes that are multiplied with a row in one go: each needs a register for its sum. */
  static final int PROBES_TOGETHER = 4;

  /**
   * Places that are read in turn. The processor fetches ahead within a page of memory only, and
   * each row is work enough that one place alone leaves it waiting at every page: four took 0.7 of
   * the time of one over 1,000,000 rows, two and eight less or no more.
   */
  private static final int PARTS = 4;

  private CodeProducts() {}

  /**
   * Computes products of one probe with consecutive rows.
   *
   * @param codes holds the rows without gaps
   * @param offset where the first begins, in bytes
   * @param rows how many
   * @param probe a row's codes as shorts
   * @param products receives one product a row, from index 0
   */
  static void one(MemorySegment codes, long offset, int rows, short[] probe, int[] products) {
    int part = rows / PARTS;
    long step = (long) part * probe.length;
    long position = offset;
    for (int row = 0; row < part; row++) {
      ShortVector sum0 = ShortVector.zero(SHORTS);
      ShortVector sum1 = ShortVector.zero(SHORTS);
      ShortVector sum2 = ShortVector.zero(SHORTS);
      ShortVector sum3 = ShortVector.zero(SHORTS);
      for (int i = 0; i < probe.length; i += LANES) {
        ShortVector factor = ShortVector.fromArray(SHORTS, probe, i);
        long place = position + i;
        sum0 = sum0.add(widened(codes, place).mul(factor));
        sum1 = sum1.add(widened(codes, place + step).mul(factor));
        sum2 = sum2.add(widened(codes, place + 2 * step).mul(factor));
        sum3 = sum3.add(widened(codes, place + 3 * step).mul(factor));
      }
      products[row] = total(sum0);
      products[row + part] = total(sum1);
      products[row + 2 * part] = total(sum2);
      products[row + 3 * part] = total(sum3);
      position += probe.length;
    }
    for (int row = PARTS * part; row < rows; row++) {
      products[row] = single(codes, offset + (long) row * probe.length, probe);
    }
  }

  private static int single(MemorySegment codes, long offset, short[] probe) {
    ShortVector sum = ShortVector.zero(SHORTS);
    for (int i = 0; i < probe.length; i += LANES) {
      sum = sum.add(widened(codes, offset + i).mul(ShortVector.fromArray(SHORTS, probe, i)));
    }
    return total(sum);
  }

  /**
   * Computes products of four probes with consecutive rows; the other parameters are those of
   * {@link #one}.
   *
   * @param probes {@link #PROBES_TOGETHER} probes, one after the other
   * @param products receives, from index 0, one product a row for the first probe, and so on
   * @param stride how far in {@code products} the next probe's are
   */
  static void four(
      MemorySegment codes, long offset, int rows, short[] probes, int[] products, int stride) {
    int length = probes.length / PROBES_TOGETHER;
    long position = offset;
    for (int row = 0; row < rows; row++) {
      ShortVector sum0 = ShortVector.zero(SHORTS);
      ShortVector sum1 = ShortVector.zero(SHORTS);
      ShortVector sum2 = ShortVector.zero(SHORTS);
      ShortVector sum3 = ShortVector.zero(SHORTS);
      for (int i = 0; i < length; i += LANES) {
        ShortVector part = widened(codes, position + i);
        sum0 = sum0.add(part.mul(ShortVector.fromArray(SHORTS, probes, i)));
        sum1 = sum1.add(part.mul(ShortVector.fromArray(SHORTS, probes, i + length)));
        sum2 = sum2.add(part.mul(ShortVector.fromArray(SHORTS, probes, i + 2 * length)));
        sum3 = sum3.add(part.mul(ShortVector.fromArray(SHORTS, probes, i + 3 * length)));
      }
      products[row] = total(sum0);
      products[row + stride] = total(sum1);
      products[row + 2 * stride] = total(sum2);
      products[row + 3 * stride] = total(sum3);
      position += length;
    }
  }

  private static ShortVector widened(MemorySegment codes, long offset) {
    return (ShortVector)
        ByteVector.fromMemorySegment(BYTES, codes, offset, ByteOrder.nativeOrder())
            .convertShape(VectorOperators.B2S, SHORTS, 0);
  }

  /** The sum of all lanes, each pair of which lies in one int. Sums of ints have no rounding. */
  private static int total(ShortVector sum) {
    IntVector pairs = sum.reinterpretAsInts();
    IntVector high = pairs.lanewise(VectorOperators.ASHR, Short.SIZE);
    IntVector low =
        pairs.lanewise(VectorOperators.LSHL, Short.SIZE).lanewise(VectorOperators.ASHR, Short.SIZE);
    return high.add(low).reduceLanes(VectorOperators.ADD);
  }
}
