package dev.mien.gallery.index;

import java.lang.foreign.MemorySegment;

/** A thousand rows: what a scan reads of them in RAM, their vectors in a {@link VectorFile}. */
final class RowChunk {
  /** A chunk of 320 dimensions takes 0.4 MB of RAM: small accounts stay small, runs stay long. */
  static final int ROWS = 1024;

  /** Off the heap, the rows' {@link CompactCode}s without gaps. */
  final MemorySegment codes;

  /** What each row's codes are multiplied with. */
  final float[] scales;

  /** At least the length of what each row's codes leave out. */
  final float[] errors;

  /** The rows' keys. */
  final long[] keys;

  /** The rows' owners. */
  final int[] owners;

  /** The rows' floats without gaps. */
  final VectorRoom vectors;

  RowChunk(
      MemorySegment codes,
      float[] scales,
      float[] errors,
      long[] keys,
      int[] owners,
      VectorRoom vectors) {
    this.codes = codes;
    this.scales = scales;
    this.errors = errors;
    this.keys = keys;
    this.owners = owners;
    this.vectors = vectors;
  }
}
