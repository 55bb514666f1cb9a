package dev.mien.gallery.index;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/**
 * Unit vectors of one embedder, searched exactly. Each row has a key, belongs to an owner (a
 * person), and is in any number of groups. A search goes over every row of the union of its groups
 * and gives the best, so its cost grows with the groups' rows, not with all rows. It reads one byte
 * a dimension, and the floats of those few rows only that these bytes cannot rule out; see {@link
 * Pass}. Large searches are shared out among the threads of the {@link IndexResources}; searches
 * that come while the same groups, unchanged, are being searched share the next pass over them.
 *
 * <p>Rows have ordinals; a group is a bitmap of them. Ordinals are given in the order of adding,
 * and those of removed rows anew, so a group's rows mostly lie together and are scanned as runs. A
 * row takes a byte a dimension off the heap (padded to a register's 16), 20 bytes on it, about 2
 * bytes a group at most, and its floats in the scratch file. Memory of removed rows is used again,
 * but not given back before {@link #close}.
 *
 * <p>Not thread-safe: questions may share it, a change needs it alone. Only a search that has begun
 * runs beside anything: what it reads is changed no more (groups are copied, rows never written
 * again) before it is closed. Memory is freed by {@link #close}.
 *
 * @param <G> what names a group
 */
public final class FaceIndex<G> implements AutoCloseable {
  /** Which of equally similar rows are better; of one owner's, those with smaller keys. */
  public enum Ties {
    /** Those with smaller keys. */
    SMALLEST_KEY,
    /** Those of owners with smaller numbers. */
    SMALLEST_OWNER
  }

  /** Searches of one pass: more make it longer for the first without saving much. */
  private static final int PROBES_PER_PASS = 32;

  private final RowStore rowStore;
  private final ScanPool pool;
  private final SharedPasses<Set<Members>, Probe, List<Hit>> passes =
      new SharedPasses<>(PROBES_PER_PASS);
  private final Map<G, Members> groups = new HashMap<>();

  /** Ordinals of removed rows; the smallest is given first, which keeps rows together. */
  private final RoaringBitmap freeOrdinals = new RoaringBitmap();

  /** Rows that were removed while searches may have been reading them, the oldest first. */
  private final Deque<Removed> removed = new ArrayDeque<>();

  private final Readers readers = new Readers();
  private int rows;

  /**
   * A removed row.
   *
   * @param time of {@link Readers}
   */
  private record Removed(int ordinal, long time) {}

  /** An empty index for vectors of this many dimensions. */
  public FaceIndex(int dimensions, IndexResources resources) {
    rowStore = new RowStore(dimensions, resources.file);
    pool = resources.pool;
  }

  /**
   * Adds a row that is in no group yet.
   *
   * @param key tells the row from the others; decides between equally similar ones
   * @param owner whose row it is; a search gives each owner once
   * @return the row's ordinal
   */
  public int add(long key, int owner, float[] vector) {
    CompactCode compact = rowStore.compact(vector);
    reclaim();
    boolean reused = !freeOrdinals.isEmpty();
    int ordinal = reused ? freeOrdinals.first() : rows;
    rowStore.reserve(Math.addExact(ordinal, 1));
    rowStore.write(ordinal, vector, compact);
    RowChunk chunk = rowStore.chunk(ordinal);
    chunk.keys[ordinal % RowChunk.ROWS] = key;
    chunk.owners[ordinal % RowChunk.ROWS] = owner;
    if (reused) {
      freeOrdinals.remove(ordinal);
    } else {
      rows++;
    }
    return ordinal;
  }

  /**
   * Adds the rows of a block with their groups, one after the other.
   *
   * @param firstOwner what the block's owners are counted from
   * @return the ordinal of the block's first row
   */
  public int addAll(RowBlock<G> block, int firstOwner) {
    block.encode();
    int first = rows;
    int end = Math.addExact(first, block.size());
    rowStore.reserve(end);
    rowStore.write(first, block, firstOwner);
    block.groups.forEach(
        (group, members) -> writable(group).or(RoaringBitmap.addOffset(members, first)));
    rows = end;
    return first;
  }

  /** Gives the ordinals of removed rows free that no search reads any more. */
  private void reclaim() {
    while (!removed.isEmpty() && readers.haveLeft(removed.getFirst().time())) {
      freeOrdinals.add(removed.removeFirst().ordinal());
    }
  }

  /** A copy of a row's vector. */
  public float[] vector(int ordinal) {
    float[] vector = new float[rowStore.dimensions()];
    rowStore.view().read(ordinal, vector);
    return vector;
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
    removed.addLast(new Removed(ordinal, readers.remove()));
  }

  /** Puts a row into a group. */
  public void join(G group, int ordinal) {
    writable(group).add(ordinal);
  }

  /** Takes a row out of a group. */
  public void leave(G group, int ordinal) {
    if (groups.containsKey(group)) {
      RoaringBitmap members = writable(group);
      members.remove(ordinal);
      if (members.isEmpty()) {
        groups.remove(group);
      }
    }
  }

  private RoaringBitmap writable(G group) {
    return groups
        .compute(group, (name, members) -> members == null ? new Members() : members.writable())
        .ordinals();
  }

  /** The owners of a group's rows, each once. */
  public int[] owners(G group) {
    Members members = groups.get(group);
    return members == null
        ? new int[0]
        : members.ordinals().stream().map(this::owner).distinct().toArray();
  }

  /** The number of dimensions of every vector. */
  public int dimensions() {
    return rowStore.dimensions();
  }

  /** The number of all rows. */
  public long size() {
    return rows - freeOrdinals.getLongCardinality() - removed.size();
  }

  /** Bytes that a search over all rows reads. */
  public long scannedBytes() {
    return (long) rows * rowStore.scannedBytesPerRow();
  }

  /** Bytes in RAM: rows and groups, without the floats in the scratch file. */
  public long residentBytes() {
    long bytes = freeOrdinals.getLongSizeInBytes() + rowStore.residentBytes();
    for (Members members : groups.values()) {
      bytes += members.ordinals().getLongSizeInBytes();
    }
    return bytes;
  }

  /** The number of rows in the union of groups; a group unknown here has none. */
  public long count(Collection<G> searched) {
    return union(members(searched)).getLongCardinality();
  }

  /**
   * The rows most similar to a probe, the best of each owner; the most similar first, among equals
   * as {@code ties} says.
   *
   * @param searched groups in whose union to search
   * @param probe a vector of this index's dimensions
   * @param max owners at most
   */
  public List<Hit> search(Collection<G> searched, float[] probe, int max, Ties ties) {
    try (RowSearch search = begin(searched, probe, max, ties)) {
      return search.run();
    }
  }

  /**
   * Begins a search, which can then run while the index is changed; the parameters are those of
   * {@link #search}.
   */
  public RowSearch begin(Collection<G> searched, float[] probe, int max, Ties ties) {
    Probe question = new Probe(probe, rowStore.compact(probe), max, ties);
    Set<Members> members = members(searched);
    RoaringBitmap union = union(members);
    members.forEach(Members::share);
    return new RowSearch(members, union, rowStore.view(), question, passes, pool, readers);
  }

  /**
   * Searches for several probes in one pass, which costs less than one by one.
   *
   * @return the answer that {@link #search} gives, for each probe
   */
  public List<List<Hit>> search(Collection<G> searched, List<float[]> probes, int max, Ties ties) {
    List<Probe> questions =
        probes.stream().map(probe -> new Probe(probe, rowStore.compact(probe), max, ties)).toList();
    return Pass.scan(pool, rowStore.view(), union(members(searched)), questions);
  }

  private int owner(int ordinal) {
    return rowStore.chunk(ordinal).owners[ordinal % RowChunk.ROWS];
  }

  private Set<Members> members(Collection<G> searched) {
    return searched.stream()
        .map(groups::get)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static RoaringBitmap union(Set<Members> members) {
    return members.size() == 1
        ? members.iterator().next().ordinals()
        : FastAggregation.or(members.stream().map(Members::ordinals).toArray(RoaringBitmap[]::new));
  }

  /** Waits for searches that have begun, and frees the memory; nothing may be called after. */
  @Override
  public void close() {
    readers.awaitNone();
    rowStore.close();
  }
}
