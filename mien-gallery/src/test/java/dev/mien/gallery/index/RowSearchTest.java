package dev.mien.gallery.index;

import static dev.mien.gallery.index.FaceIndex.Ties.SMALLEST_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Searches run while the index is changed, and see the state that they began in. */
class RowSearchTest {
  private static final float[] PROBE = {1, 0};
  private static final float[] NEAR = {0.8f, 0.6f};
  private static final float[] FAR = {0, 1};

  private final IndexResources resources =
      IndexResources.open(Path.of(System.getProperty("java.io.tmpdir")), 2);
  private final FaceIndex<String> index = new FaceIndex<>(2, resources);

  @AfterEach
  void close() {
    index.close();
    resources.close();
  }

  private int add(long key, float[] vector) {
    int ordinal = index.add(key, (int) key, vector);
    index.join("g", ordinal);
    return ordinal;
  }

  private RowSearch begin() {
    return index.begin(List.of("g"), PROBE, 2, SMALLEST_KEY);
  }

  private static List<Long> keys(List<Hit> hits) {
    return hits.stream().map(Hit::key).toList();
  }

  @Test
  void a_search_that_has_begun_finds_what_was_there() {
    int best = add(1, PROBE);
    add(2, FAR);
    try (RowSearch search = begin()) {
      index.remove(best, List.of("g"));
      int added = add(3, NEAR);
      assertThat(added).as("a row that may be read is not written").isNotEqualTo(best);
      for (int i = 0; i < 3 * RowChunk.ROWS; i++) {
        index.add(100 + i, 100 + i, FAR); // chunks are added
      }
      assertThat(index.size()).isEqualTo(2 + 3 * RowChunk.ROWS);
      assertThat(keys(search.run())).containsExactly(1L, 2L);
      try (RowSearch later = begin()) {
        assertThat(keys(later.run())).containsExactly(3L, 2L);
      }
    }
    assertThat(index.add(4, 4, FAR)).as("nobody reads the row any more").isEqualTo(best);
  }

  @Test
  void a_group_that_is_left_and_joined_stays_as_it_was_for_who_has_begun() {
    int one = add(1, PROBE);
    add(2, FAR);
    try (RowSearch search = begin()) {
      index.leave("g", one);
      index.join("g", index.add(3, 3, PROBE));
      assertThat(index.count(List.of("g"))).isEqualTo(2);
      assertThat(keys(search.run())).containsExactly(1L, 2L);
    }
    assertThat(keys(index.search(List.of("g"), PROBE, 2, SMALLEST_KEY))).containsExactly(3L, 2L);
  }

  @Test
  void rows_are_kept_as_long_as_the_oldest_search_that_may_have_seen_them() {
    int one = add(1, PROBE);
    int two = add(2, FAR);
    RowSearch older = begin();
    index.remove(one, List.of("g"));
    RowSearch younger = begin();
    index.remove(two, List.of("g"));
    older.close();
    assertThat(index.add(3, 3, NEAR)).isEqualTo(one);
    assertThat(keys(younger.run())).containsExactly(2L);
    assertThat(index.add(4, 4, NEAR)).isNotEqualTo(two);
    younger.close();
    younger.close(); // does nothing
    assertThat(index.add(5, 5, NEAR)).isEqualTo(two);
    assertThatThrownBy(younger::run).isInstanceOf(IllegalStateException.class);
  }

  /** Else one of them would answer for both, and one would miss what was added before it. */
  @Test
  void searches_of_different_states_do_not_share_a_pass() throws Exception {
    for (int i = 0; i < Pass.ROWS_PER_SLICE + 1; i++) {
      add(10 + i, FAR);
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(2);
        RowSearch before = begin()) {
      int best = add(1, PROBE);
      try (RowSearch after = begin();
          HeldScans held = HeldScans.of(resources)) {
        Future<List<Hit>> first = threads.submit(before::run);
        held.awaitWaiting(1);
        Future<List<Hit>> second = threads.submit(after::run);
        held.awaitWaiting(2);
        index.remove(best, List.of("g"));
        held.release();
        assertThat(keys(first.get())).containsExactly(10L, 11L);
        assertThat(keys(second.get())).containsExactly(1L, 10L);
      }
    }
  }

  @Test
  void closing_waits_for_searches_that_have_begun() throws Exception {
    FaceIndex<String> closing = new FaceIndex<>(2, resources);
    closing.join("g", closing.add(1, 1, PROBE));
    RowSearch search = closing.begin(List.of("g"), PROBE, 1, SMALLEST_KEY);
    Thread closer = Thread.ofPlatform().start(closing::close);
    while (closer.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(keys(search.run())).containsExactly(1L);
    search.close();
    closer.join();
    assertThatThrownBy(() -> closing.search(List.of("g"), PROBE, 1, SMALLEST_KEY))
        .isInstanceOf(IllegalStateException.class);
  }
}
