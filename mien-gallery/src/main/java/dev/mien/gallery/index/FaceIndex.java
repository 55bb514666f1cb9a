package dev.mien.gallery.index;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.roaringbitmap.BatchIterator;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/**
 * Unit vectors of one embedder, searched exactly. Each row has a key, belongs to an owner (a
 * person), and is in any number of groups. A search computes the inner product with every row of
 * the union of its groups and keeps the best, so its cost grows with the groups' rows, not with all
 * rows.
 *
 * <p>Rows have ordinals; a group is a bitmap of them. Ordinals are given in the order of adding,
 * and those of removed rows anew, so a group's rows mostly lie together and are scanned as runs. A
 * row takes its floats off the heap, 12 bytes on it, and about 2 bytes a group. Memory of removed
 * rows is used again, but not given back before {@link #close}.
 *
 * <p>Not thread-safe: searches may share it, a change needs it alone. Memory is freed by {@link
 * #close}.
 *
 * @param <G> what names a group
 */
public final class FaceIndex<G> implements AutoCloseable {
  private static final int ROWS_INITIAL = 16;

  /**
   * Rows whose products are computed before the best are picked: the products stay in the
   * first-level cache.
   */
  private static final int ROWS_PER_BLOCK = 256;

  private final VectorSlab slab;
  private final Map<G, RoaringBitmap> groups = new HashMap<>();

  /** Ordinals of removed rows; the smallest is given first, which keeps rows together. */
  private final RoaringBitmap freeOrdinals = new RoaringBitmap();

  private long[] keys = new long[ROWS_INITIAL];
  private int[] owners = new int[ROWS_INITIAL];
  private int rows;

  /** An empty index for vectors of this many dimensions. */
  public FaceIndex(int dimensions) {
    slab = new VectorSlab(dimensions);
  }

  /**
   * Adds a row that is in no group yet.
   *
   * @param key tells the row from the others; decides between equally similar ones
   * @param owner whose row it is; a search gives each owner once
   * @return the row's ordinal
   */
  public int add(long key, int owner, float[] vector) {
    boolean reused = !freeOrdinals.isEmpty();
    int ordinal = reused ? freeOrdinals.first() : rows;
    slab.reserve(Math.addExact(ordinal, 1));
    slab.write(ordinal, vector);
    if (ordinal >= keys.length) {
      int capacity = Math.addExact(ordinal, Math.max(ROWS_INITIAL, ordinal / 2));
      keys = Arrays.copyOf(keys, capacity);
      owners = Arrays.copyOf(owners, capacity);
    }
    keys[ordinal] = key;
    owners[ordinal] = owner;
    if (reused) {
      freeOrdinals.remove(ordinal);
    } else {
      rows++;
    }
    return ordinal;
  }

  /** Gives a row another vector. */
  public void replace(int ordinal, float[] vector) {
    slab.write(ordinal, vector);
  }

  /** A copy of a row's vector. */
  public float[] vector(int ordinal) {
    return slab.read(ordinal);
  }

  /**
   * Removes a row; its ordinal will be given to another.
   *
   * @param memberOf all groups that the row is in
   */
  public void remove(int ordinal, Collection<G> memberOf) {
    for (G group : memberOf) {
      leave(group, ordinal);
    }
    freeOrdinals.add(ordinal);
  }

  /** Puts a row into a group. */
  public void join(G group, int ordinal) {
    groups.computeIfAbsent(group, name -> new RoaringBitmap()).add(ordinal);
  }

  /** Takes a row out of a group. */
  public void leave(G group, int ordinal) {
    RoaringBitmap members = groups.get(group);
    if (members != null) {
      members.remove(ordinal);
      if (members.isEmpty()) {
        groups.remove(group);
      }
    }
  }

  /** The owners of a group's rows, each once. */
  public int[] owners(G group) {
    RoaringBitmap members = groups.get(group);
    return members == null
        ? new int[0]
        : members.stream().map(ordinal -> owners[ordinal]).distinct().toArray();
  }

  /** The number of dimensions of every vector. */
  public int dimensions() {
    return slab.dimensions();
  }

  /** The number of all rows. */
  public long size() {
    return rows - freeOrdinals.getLongCardinality();
  }

  /** The number of rows in the union of groups; a group unknown here has none. */
  public long count(Collection<G> searched) {
    return union(searched).getLongCardinality();
  }

  /**
   * The rows most similar to a probe, the best of each owner; the most similar first, among equals
   * the smallest key.
   *
   * @param searched groups in whose union to search
   * @param probe a vector of this index's dimensions
   * @param max owners at most
   */
  public List<Hit> search(Collection<G> searched, float[] probe, int max) {
    Scan scan = new Scan(slab.padded(probe), new BestHits(max));
    BatchIterator ordinals = union(searched).getBatchIterator();
    int[] batch = new int[ROWS_PER_BLOCK];
    while (ordinals.hasNext()) {
      scan.rows(batch, ordinals.nextBatch(batch));
    }
    return scan.best.toList();
  }

  private RoaringBitmap union(Collection<G> searched) {
    List<RoaringBitmap> members =
        searched.stream().distinct().map(groups::get).filter(Objects::nonNull).toList();
    return members.size() == 1
        ? members.getFirst()
        : FastAggregation.or(members.toArray(RoaringBitmap[]::new));
  }

  /** Frees the memory; nothing may be called after. */
  @Override
  public void close() {
    slab.close();
  }

  /** One pass over rows. */
  private final class Scan {
    private final float[] probe;
    private final BestHits best;
    private final float[] products = new float[ROWS_PER_BLOCK];

    Scan(float[] probe, BestHits best) {
      this.probe = probe;
      this.best = best;
    }

    /** Cuts rising ordinals into runs of neighbours that lie in one chunk. */
    void rows(int[] ordinals, int count) {
      int from = 0;
      for (int i = 1; i <= count; i++) {
        boolean ends =
            i == count
                || ordinals[i] != ordinals[i - 1] + 1
                || ordinals[i] % VectorSlab.ROWS_PER_CHUNK == 0;
        if (ends) {
          run(ordinals[from], i - from);
          from = i;
        }
      }
    }

    private void run(int first, int count) {
      InnerProducts.compute(slab.chunk(first), slab.offsetBytes(first), count, probe, products);
      for (int i = 0; i < count; i++) {
        if (best.wants(products[i])) {
          best.offer(new Hit(keys[first + i], owners[first + i], first + i, products[i]));
        }
      }
    }
  }
}
