package dev.mien.gallery.index;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.roaringbitmap.RoaringBitmap;

/**
 * A search that has begun: it will find what is in the index now, and {@link #run} needs no lock
 * while the index is changed. It must be closed, as rows that are removed meanwhile are kept for
 * it.
 */
public final class RowSearch implements AutoCloseable {
  private final Set<Members> groups;
  private final RoaringBitmap searched;
  private final RowView rows;
  private final Probe probe;
  private final SharedPasses<Set<Members>, Probe, List<Hit>> passes;
  private final ScanPool pool;
  private final Readers readers;
  private final long entered;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Begins.
   *
   * @param groups whose rows are searched, shared already
   * @param searched their union
   */
  RowSearch(
      Set<Members> groups,
      RoaringBitmap searched,
      RowView rows,
      Probe probe,
      SharedPasses<Set<Members>, Probe, List<Hit>> passes,
      ScanPool pool,
      Readers readers) {
    this.groups = groups;
    this.searched = searched;
    this.rows = rows;
    this.probe = probe;
    this.passes = passes;
    this.pool = pool;
    this.readers = readers;
    this.entered = readers.enter();
  }

  /** The answer that {@link FaceIndex#search} would have given when this was begun. */
  public List<Hit> run() {
    if (closed.get()) {
      throw new IllegalStateException("the search is closed");
    }
    if (searched.getLongCardinality() <= Pass.ROWS_PER_SLICE) {
      return Pass.scan(pool, rows, searched, List.of(probe)).getFirst(); // no use handing it over
    }
    return passes.ask(groups, probe, probes -> Pass.scan(pool, rows, searched, probes));
  }

  /** Lets go of removed rows. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      readers.leave(entered);
    }
  }
}
