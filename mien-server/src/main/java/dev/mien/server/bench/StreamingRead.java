package dev.mien.server.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** How fast this machine reads memory when nothing else is done with it: the limit of any scan. */
final class StreamingRead implements AutoCloseable {
  private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;
  private static final int STEP_BYTES = 4 * SPECIES.vectorByteSize();

  private final Arena arena = Arena.ofShared();
  private final List<MemorySegment> parts = new ArrayList<>();
  private final long[] sums;

  StreamingRead(long bytes, int threads) {
    long partBytes = bytes / threads / STEP_BYTES * STEP_BYTES;
    for (int i = 0; i < threads; i++) {
      parts.add(arena.allocate(partBytes, STEP_BYTES).fill((byte) 1));
    }
    sums = new long[threads];
  }

  /** Bytes a second of one pass, each thread over its part. */
  double bytesPerSecond() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < sums.length; i++) {
      int part = i;
      threads.add(Thread.ofPlatform().start(() -> sums[part] = sum(parts.get(part))));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return parts.getFirst().byteSize() * (double) sums.length / seconds;
  }

  private static long sum(MemorySegment memory) {
    LongVector one = LongVector.zero(SPECIES);
    LongVector two = one;
    LongVector three = one;
    LongVector four = one;
    int register = SPECIES.vectorByteSize();
    for (long i = 0; i < memory.byteSize(); i += STEP_BYTES) {
      one = one.add(load(memory, i));
      two = two.add(load(memory, i + register));
      three = three.add(load(memory, i + 2L * register));
      four = four.add(load(memory, i + 3L * register));
    }
    return one.add(two).add(three.add(four)).reduceLanes(VectorOperators.ADD);
  }

  private static LongVector load(MemorySegment memory, long offset) {
    return LongVector.fromMemorySegment(SPECIES, memory, offset, ByteOrder.nativeOrder());
  }

  @Override
  public void close() {
    arena.close();
  }
}
