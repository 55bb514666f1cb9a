package dev.mien.gallery.index;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.roaringbitmap.BatchIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * One scan of rows for some probes. For each row it computes, from the codes, what its similarity
 * is at most ({@link Probe#fixedError} says why). A row that might still be among the best is
 * compared anew, with its floats; no other can be, so nothing is lost. Slices may be scanned by
 * several threads at once.
 */
final class Pass {
  /**
   * A millisecond or two: what others wait for at most, and long enough to be worth a hand-over.
   */
  static final int ROWS_PER_SLICE = 32_768;

  /** Rows whose products are computed before the best are picked. Their codes stay in the cache. */
  private static final int ROWS_PER_BLOCK = 256;

  private final RowView rows;
  private final RoaringBitmap searched;
  private final List<Probe> probes;
  private final long rowCount;

  /** The codes of {@link CodeProducts#PROBES_TOGETHER} probes, as often as there are as many. */
  private final List<short[]> fours = new ArrayList<>();

  private final List<BestHits> best;

  /** What a hit must reach, for each probe, as the bits of a double; it only rises. */
  private final AtomicLongArray floors;

  Pass(RowView rows, RoaringBitmap searched, List<Probe> probes) {
    this.rows = rows;
    this.searched = searched;
    this.probes = List.copyOf(probes);
    this.rowCount = searched.getLongCardinality();
    this.best = probes.stream().map(probe -> new BestHits(probe.max, probe.ties)).toList();
    this.floors = new AtomicLongArray(probes.size());
    for (int i = 0; i < probes.size(); i++) {
      floors.set(i, Double.doubleToRawLongBits(Double.NEGATIVE_INFINITY));
    }
    int together = CodeProducts.PROBES_TOGETHER;
    for (int i = 0; i + together <= probes.size(); i += together) {
      short[] codes = new short[together * rows.codeLength()];
      for (int j = 0; j < together; j++) {
        System.arraycopy(
            probes.get(i + j).codes, 0, codes, j * rows.codeLength(), rows.codeLength());
      }
      fours.add(codes);
    }
  }

  /** Scans for probes, by the pool's threads where that is worth it; what each probe finds. */
  static List<List<Hit>> scan(
      ScanPool pool, RowView rows, RoaringBitmap searched, List<Probe> probes) {
    Pass pass = new Pass(rows, searched, probes);
    if (pass.slices() == 1) {
      pass.scan(0);
    } else if (pass.slices() > 1) {
      pool.run(pass.slices(), pass::scan);
    }
    return pass.hits();
  }

  /** How many parts of about equal cost the pass has; none without rows. */
  int slices() {
    return Math.toIntExact(Math.ceilDiv(rowCount, ROWS_PER_SLICE));
  }

  /** Scans one part. */
  void scan(int slice) {
    long from = (long) slice * ROWS_PER_SLICE;
    new Slice().scan(searched.select((int) from), Math.min(ROWS_PER_SLICE, rowCount - from));
  }

  /** The best for each probe, when all parts have been scanned. */
  List<List<Hit>> hits() {
    return best.stream().map(BestHits::toList).toList();
  }

  private void raiseFloor(int probe, double floor) {
    floors.accumulateAndGet(
        probe,
        Double.doubleToRawLongBits(floor),
        (old, now) -> Double.longBitsToDouble(old) >= Double.longBitsToDouble(now) ? old : now);
  }

  /** What one thread needs to scan one part. */
  private final class Slice {
    private final List<BestHits> hits =
        probes.stream().map(probe -> new BestHits(probe.max, probe.ties)).toList();
    private final int[] products = new int[CodeProducts.PROBES_TOGETHER * ROWS_PER_BLOCK];
    private final float[] vector = new float[rows.dimensions()];

    void scan(int first, long count) {
      BatchIterator ordinals = searched.getBatchIterator();
      ordinals.advanceIfNeeded(first);
      int[] batch = new int[ROWS_PER_BLOCK];
      for (long left = count; left > 0; ) {
        int length = (int) Math.min(left, ordinals.nextBatch(batch));
        runs(batch, length);
        left -= length;
      }
      for (int i = 0; i < hits.size(); i++) {
        BestHits merged = best.get(i);
        synchronized (merged) {
          hits.get(i).toList().forEach(merged::offer);
          raiseFloor(i, merged.floor());
        }
      }
    }

    /** Cuts rising ordinals into runs of neighbours that lie in one chunk. */
    private void runs(int[] ordinals, int count) {
      int from = 0;
      for (int i = 1; i <= count; i++) {
        boolean ends =
            i == count || ordinals[i] != ordinals[i - 1] + 1 || ordinals[i] % RowChunk.ROWS == 0;
        if (ends) {
          run(ordinals[from], i - from);
          from = i;
        }
      }
    }

    private void run(int first, int count) {
      RowChunk chunk = rows.chunk(first);
      long offset = (long) (first % RowChunk.ROWS) * rows.codeLength();
      int probe = 0;
      for (short[] codes : fours) {
        CodeProducts.four(chunk.codes, offset, count, codes, products, ROWS_PER_BLOCK);
        for (int j = 0; j < CodeProducts.PROBES_TOGETHER; j++) {
          pick(chunk, first, count, probe++, j * ROWS_PER_BLOCK);
        }
      }
      for (; probe < probes.size(); probe++) {
        CodeProducts.one(chunk.codes, offset, count, probes.get(probe).codes, products);
        pick(chunk, first, count, probe, 0);
      }
    }

    private void pick(RowChunk chunk, int first, int count, int number, int from) {
      Probe probe = probes.get(number);
      BestHits kept = hits.get(number);
      double fixed = probe.fixedError(rows.longest());
      double scale = probe.scale;
      double slope = probe.codedLength;
      double floor = floor(number, kept);
      int place = first % RowChunk.ROWS;
      float[] scales = chunk.scales;
      float[] errors = chunk.errors;
      for (int i = 0; i < count; i++) {
        double most =
            products[from + i] * scale * scales[place + i] + slope * errors[place + i] + fixed;
        if (most >= floor) {
          rows.read(first + i, vector);
          kept.offer(
              new Hit(
                  chunk.keys[place + i],
                  chunk.owners[place + i],
                  first + i,
                  probe.similarity(vector)));
          floor = floor(number, kept);
        }
      }
    }

    private double floor(int probe, BestHits kept) {
      return Math.max(kept.floor(), Double.longBitsToDouble(floors.get(probe)));
    }
  }
}
