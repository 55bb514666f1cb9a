package dev.mien.gallery.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes the compact pass exact: no sum leaves its lane, and the bound of the error holds. */
class CompactCodeTest {
  private static final int VECTORS = 300;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16, 37, 129, 321, 1000, 4096})
  void no_lane_can_overflow_however_a_vector_is_made(int dimensions) {
    for (float[] vector : vectors(new Random(dimensions), dimensions)) {
      byte[] codes = code(vector).codes;
      for (int lane = 0; lane < CodeProducts.LANES; lane++) {
        int squares = 0;
        for (int i = lane; i < codes.length; i += CodeProducts.LANES) {
          squares += codes[i] * codes[i];
        }
        assertThat(squares).isLessThanOrEqualTo(Short.MAX_VALUE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16, 37, 129, 321, 1000, 4096})
  void products_of_codes_are_exact(int dimensions) {
    List<float[]> vectors = vectors(new Random(dimensions), dimensions);
    int length = code(vectors.getFirst()).codes.length;
    int[] one = new int[VECTORS];
    int[] four = new int[CodeProducts.PROBES_TOGETHER * VECTORS];
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment rows = arena.allocate((long) VECTORS * length);
      for (int i = 0; i < VECTORS; i++) {
        MemorySegment.copy(
            code(vectors.get(i)).codes, 0, rows, ValueLayout.JAVA_BYTE, (long) i * length, length);
      }
      short[] probes = new short[CodeProducts.PROBES_TOGETHER * length];
      for (int p = 0; p < CodeProducts.PROBES_TOGETHER; p++) {
        System.arraycopy(probe(vectors.get(p)).codes, 0, probes, p * length, length);
      }
      CodeProducts.four(rows, 0, VECTORS, probes, four, VECTORS);
      for (int p = 0; p < CodeProducts.PROBES_TOGETHER; p++) {
        CodeProducts.one(rows, 0, VECTORS, probe(vectors.get(p)).codes, one);
        for (int i = 0; i < VECTORS; i++) {
          int expected = product(code(vectors.get(p)).codes, code(vectors.get(i)).codes);
          assertThat(one[i]).isEqualTo(expected);
          assertThat(four[p * VECTORS + i]).isEqualTo(expected);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16, 37, 129, 321, 1000})
  void the_similarity_is_never_further_off_than_the_bound_says(int dimensions) {
    List<float[]> vectors = vectors(new Random(dimensions), dimensions);
    double longest =
        vectors.stream().mapToDouble(vector -> code(vector).length).max().orElseThrow();
    for (float[] asked : vectors.subList(0, 40)) {
      Probe probe = probe(asked);
      for (float[] row : vectors) {
        CompactCode compact = code(row);
        double coded =
            product(code(asked).codes, compact.codes) * probe.scale * (double) compact.scale;
        double bound = probe.codedLength * compact.error + probe.fixedError(longest);
        assertThat(Math.abs(probe.similarity(row) - coded)).isLessThanOrEqualTo(bound);
      }
    }
  }

  private static CompactCode code(float[] vector) {
    int length = Math.ceilDiv(vector.length, CodeProducts.LANES) * CodeProducts.LANES;
    return CompactCode.of(vector, length);
  }

  private static Probe probe(float[] vector) {
    return new Probe(vector, code(vector), 1, FaceIndex.Ties.SMALLEST_KEY);
  }

  private static int product(byte[] one, byte[] other) {
    int sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  /** Even ones, and all kinds of uneven ones: the worst for a common scale and for single lanes. */
  private static List<float[]> vectors(Random random, int dimensions) {
    List<float[]> vectors = new ArrayList<>();
    for (int kind = 0; kind < VECTORS; kind++) {
      float[] vector = new float[dimensions];
      for (int i = 0; i < dimensions; i++) {
        boolean inLane = i % CodeProducts.LANES == kind % CodeProducts.LANES;
        vector[i] =
            switch (kind % 6) {
              case 0 -> (float) random.nextGaussian();
              case 1 -> inLane ? 1 : 0;
              case 2 -> (float) Math.pow(random.nextGaussian(), 9);
              case 3 -> random.nextBoolean() ? 1 : -1;
              case 4 -> i == kind % dimensions ? -1e-20f : 0;
              default -> kind == 5 ? 0 : (float) (random.nextGaussian() * 1e6);
            };
      }
      vectors.add(vector);
    }
    return vectors;
  }
}
