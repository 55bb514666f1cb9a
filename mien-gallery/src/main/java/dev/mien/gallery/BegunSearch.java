package dev.mien.gallery;

import dev.mien.gallery.GroupRows.Kind;
import dev.mien.gallery.index.Hit;
import dev.mien.gallery.index.RowSearch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Searches that have begun in one state of an account's index. They run without a lock, whatever is
 * done to the index meanwhile; then {@link AccountIndex#found} tells who was found.
 */
final class BegunSearch implements AutoCloseable {
  private final AccountIndex index;
  private final Kind kind;
  private final List<RowSearch> searches = new ArrayList<>();

  /**
   * Begins.
   *
   * @param parts groups; each part is searched on its own
   */
  BegunSearch(
      AccountIndex index,
      Kind kind,
      List<? extends Collection<GroupId>> parts,
      Template probe,
      int max) {
    this.index = index;
    this.kind = kind;
    try {
      for (Collection<GroupId> part : parts) {
        index.begin(kind, part, probe, max).ifPresent(searches::add);
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** Whether this was begun in that index. */
  boolean isOf(AccountIndex other) {
    return index == other;
  }

  Kind kind() {
    return kind;
  }

  /** What is found in each part; nothing at all if nobody can be compared with the probe. */
  List<List<Hit>> run() {
    return searches.stream().map(RowSearch::run).toList();
  }

  @Override
  public void close() {
    searches.forEach(RowSearch::close);
  }
}
