package dev.mien.gallery.index;

import static dev.mien.gallery.index.FaceIndex.Ties.SMALLEST_KEY;
import static dev.mien.gallery.index.FaceIndex.Ties.SMALLEST_OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceIndexTest {
  private static final int DIMENSIONS = 37; // fills no register evenly

  private static final IndexResources RESOURCES =
      IndexResources.open(Path.of(System.getProperty("java.io.tmpdir")), 2);

  @AfterAll
  static void closeResources() {
    RESOURCES.close();
  }

  private final FaceIndex<String> index = new FaceIndex<>(DIMENSIONS, RESOURCES);

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void a_search_sees_only_rows_of_its_groups() {
    float[] vector = unit(new Random(1));
    index.join("a", index.add(1, 1, vector));
    index.join("b", index.add(2, 2, vector));
    index.add(3, 3, vector);

    assertThat(index.search(List.of("a"), vector, 10, SMALLEST_KEY))
        .extracting(Hit::key)
        .containsExactly(1L);
    assertThat(index.search(List.of("a", "b", "none"), vector, 10, SMALLEST_KEY))
        .extracting(Hit::key)
        .containsExactly(1L, 2L);
    assertThat(index.search(List.of("none"), vector, 10, SMALLEST_KEY)).isEmpty();
    assertThat(index.size()).isEqualTo(3);
  }

  @Test
  void rows_in_several_groups_count_once() {
    int ordinal = index.add(1, 1, unit(new Random(1)));
    index.join("a", ordinal);
    index.join("b", ordinal);
    assertThat(index.count(List.of("a", "b", "a"))).isEqualTo(1);
    assertThat(index.owners("a")).containsExactly(1);
  }

  @Test
  void an_owner_is_found_once_with_its_best_row() {
    Random random = new Random(2);
    float[] probe = unit(random);
    index.join("a", index.add(1, 7, unit(random)));
    index.join("a", index.add(2, 7, probe));
    index.join("a", index.add(3, 8, unit(random)));
    assertThat(index.search(List.of("a"), probe, 2, SMALLEST_KEY))
        .extracting(Hit::owner)
        .containsExactly(7, 8);
    assertThat(index.search(List.of("a"), probe, 2, SMALLEST_KEY).getFirst().key()).isEqualTo(2);
  }

  @Test
  void equal_rows_are_ordered_by_key_wherever_they_lie() {
    float[] vector = unit(new Random(3));
    for (int i = 0; i < 3000; i++) {
      index.join("a", index.add(10_000 - i, i, vector));
    }
    assertThat(index.search(List.of("a"), vector, 5, SMALLEST_KEY))
        .extracting(Hit::key)
        .containsExactly(7001L, 7002L, 7003L, 7004L, 7005L);
  }

  @Test
  void equal_rows_are_ordered_by_owner_where_that_is_asked_for() {
    float[] vector = unit(new Random(3));
    for (int i = 0; i < 20; i++) {
      index.join("a", index.add(i, 100 - i, vector));
    }
    assertThat(index.search(List.of("a"), vector, 3, SMALLEST_OWNER))
        .extracting(Hit::owner)
        .containsExactly(81, 82, 83);
  }

  @Test
  void removed_rows_are_not_found_and_their_places_are_given_again() {
    Random random = new Random(4);
    float[] vector = unit(random);
    int ordinal = index.add(1, 1, vector);
    index.join("a", ordinal);
    index.remove(ordinal, List.of("a"));
    assertThat(index.size()).isZero();
    assertThat(index.search(List.of("a"), vector, 1, SMALLEST_KEY)).isEmpty();

    assertThat(index.add(2, 2, unit(random))).isEqualTo(ordinal);
    assertThat(index.count(List.of("a"))).isZero();
  }

  @Test
  void a_block_of_rows_is_found_as_rows_added_one_by_one_are() {
    Random random = new Random(6);
    try (FaceIndex<String> single = new FaceIndex<>(DIMENSIONS, RESOURCES)) {
      long key = 0;
      for (int size : List.of(1, 700, 2 * RowChunk.ROWS, 333)) {
        int firstOwner = Math.toIntExact(key);
        RowBlock<String> block = new RowBlock<>(DIMENSIONS, 300);
        for (int i = 0; i < size; i++) {
          float[] vector = unit(random);
          int ordinal = single.add(key, firstOwner + i / 2, vector);
          assertThat(block.add(key, i / 2, vector)).isEqualTo(i);
          for (String group : i % 3 == 0 ? List.of("a", "b" + size) : List.of("a")) {
            single.join(group, ordinal);
            block.join(group, i);
          }
          key++;
        }
        assertThat(index.addAll(block, firstOwner)).isEqualTo(firstOwner);
      }
      assertThat(index.size()).isEqualTo(single.size());
      for (List<String> groups : List.of(List.of("a"), List.of("b333", "b700"))) {
        float[] probe = unit(random);
        assertThat(index.count(groups)).isEqualTo(single.count(groups));
        assertThat(index.search(groups, probe, 50, SMALLEST_KEY))
            .isEqualTo(single.search(groups, probe, 50, SMALLEST_KEY));
      }
      assertThat(index.vector(1500)).containsExactly(single.vector(1500));
      assertThat(index.add(key, 1, unit(random))).isEqualTo(single.add(key, 1, unit(random)));
    }
  }

  @Test
  void vectors_of_other_dimensions_are_refused() {
    assertThatThrownBy(() -> index.addAll(new RowBlock<>(DIMENSIONS + 1, 1), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RowBlock<>(DIMENSIONS, 1).add(1, 1, new float[DIMENSIONS + 1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> index.add(1, 1, new float[DIMENSIONS + 1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(index.size()).isZero();
    assertThatThrownBy(() -> index.search(List.of("a"), new float[1], 1, SMALLEST_KEY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_closed_index_cannot_be_searched() {
    FaceIndex<String> closed = new FaceIndex<>(2, RESOURCES);
    closed.join("a", closed.add(1, 1, new float[] {1, 0}));
    closed.close();
    assertThatThrownBy(() -> closed.search(List.of("a"), new float[] {1, 0}, 1, SMALLEST_KEY))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void large_searches_alone_together_and_at_once_give_the_answers_of_a_naive_scan()
      throws Exception {
    Random random = new Random(5);
    NaiveIndex naive = new NaiveIndex();
    float[] kind = unit(random);
    for (int i = 0; i < 3 * Pass.ROWS_PER_SLICE; i++) {
      // Close together, so that many are nearer to each other than a code can tell.
      float[] vector = i % 50 == 0 ? kind.clone() : near(random, kind);
      int ordinal = index.add(i, i / 2, vector);
      naive.rows.put(ordinal, new NaiveIndex.Row(i, i / 2, vector));
      for (String group : i % 3 == 0 ? List.of("a", "b") : List.of("a")) {
        index.join(group, ordinal);
        naive.rows.get(ordinal).groups.add(group);
      }
    }
    List<float[]> probes = Stream.generate(() -> near(random, kind)).limit(9).toList();
    List<List<Long>> expected =
        probes.stream().map(probe -> naive.search(List.of("a", "b"), probe, 20)).toList();

    assertThat(keys(index.search(List.of("a", "b"), probes, 20, SMALLEST_KEY))).isEqualTo(expected);
    try (ExecutorService threads = Executors.newFixedThreadPool(probes.size())) {
      List<Future<List<Hit>>> answers =
          probes.stream()
              .map(
                  probe ->
                      threads.submit(
                          () -> index.search(List.of("b", "a"), probe, 20, SMALLEST_KEY)))
              .toList();
      for (int i = 0; i < probes.size(); i++) {
        assertThat(keys(List.of(answers.get(i).get())).getFirst()).isEqualTo(expected.get(i));
      }
    }
  }

  private static List<List<Long>> keys(List<List<Hit>> hits) {
    return hits.stream().map(list -> list.stream().map(Hit::key).toList()).toList();
  }

  private static float[] near(Random random, float[] kind) {
    float[] vector = unit(random, kind.length);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = kind[i] + 0.02f * vector[i];
    }
    return vector;
  }

  /** Every answer of the index against one that sorts everything. */
  @ParameterizedTest
  @CsvSource({"1, 3", "2, 37", "3, 64", "4, 130"})
  void random_histories_give_the_answers_of_a_naive_index(long seed, int dimensions) {
    Random random = new Random(seed);
    try (FaceIndex<String> real = new FaceIndex<>(dimensions, RESOURCES)) {
      NaiveIndex naive = new NaiveIndex();
      for (int step = 0; step < 6000; step++) {
        change(random, real, naive, dimensions, step);
        if (step % 200 == 199) {
          compare(random, real, naive, dimensions);
        }
      }
      assertThat(naive.rows.lastKey()).as("chunks were crossed").isGreaterThan(2048);
    }
  }

  private static void change(
      Random random, FaceIndex<String> real, NaiveIndex naive, int dimensions, int step) {
    int kind = random.nextInt(10);
    if (kind < 6 || naive.rows.isEmpty()) {
      float[] vector =
          kind == 0 && !naive.rows.isEmpty() ? naive.any(random).vector : unit(random, dimensions);
      int owner = random.nextInt(1000);
      int ordinal = real.add(step, owner, vector);
      naive.rows.put(ordinal, new NaiveIndex.Row(step, owner, vector));
      for (int groups = random.nextInt(3); groups > 0; groups--) {
        String group = "group" + random.nextInt(5);
        real.join(group, ordinal);
        naive.rows.get(ordinal).groups.add(group);
      }
      return;
    }
    int ordinal = naive.anyOrdinal(random);
    NaiveIndex.Row row = naive.rows.get(ordinal);
    if (kind == 6) {
      real.remove(ordinal, row.groups);
      naive.rows.remove(ordinal);
    } else if (kind == 7) {
      String group = "group" + random.nextInt(5);
      real.leave(group, ordinal);
      row.groups.remove(group);
    } else {
      assertThat(real.vector(ordinal)).containsExactly(row.vector);
    }
  }

  private static void compare(
      Random random, FaceIndex<String> real, NaiveIndex naive, int dimensions) {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      if (random.nextBoolean()) {
        groups.add("group" + i);
      }
    }
    float[] probe = unit(random, dimensions);
    int max = 1 + random.nextInt(100);
    assertThat(real.count(groups)).isEqualTo(naive.count(groups));
    assertThat(real.size()).isEqualTo(naive.rows.size());
    assertThat(real.search(groups, probe, max, SMALLEST_KEY))
        .extracting(Hit::key)
        .containsExactlyElementsOf(naive.search(groups, probe, max));
  }

  private static float[] unit(Random random) {
    return unit(random, DIMENSIONS);
  }

  private static float[] unit(Random random, int dimensions) {
    double[] vector = random.doubles(dimensions, -1, 1).toArray();
    double length = Math.sqrt(product(vector, vector));
    float[] unit = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      unit[i] = (float) (vector[i] / length);
    }
    return unit;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  /** Rows in a map, every search over all of them. */
  private static final class NaiveIndex {
    private static final class Row {
      final long key;
      final int owner;
      float[] vector;
      final Set<String> groups = new HashSet<>();

      Row(long key, int owner, float[] vector) {
        this.key = key;
        this.owner = owner;
        this.vector = vector;
      }

      double similarity(float[] probe) {
        double sum = 0;
        for (int i = 0; i < probe.length; i++) {
          sum += (double) probe[i] * vector[i];
        }
        return sum;
      }
    }

    final TreeMap<Integer, Row> rows = new TreeMap<>();

    int anyOrdinal(Random random) {
      Integer ordinal = rows.ceilingKey(random.nextInt(rows.lastKey() + 1));
      return ordinal == null ? rows.firstKey() : ordinal;
    }

    Row any(Random random) {
      return rows.get(anyOrdinal(random));
    }

    long count(List<String> groups) {
      return rows.values().stream()
          .filter(row -> groups.stream().anyMatch(row.groups::contains))
          .count();
    }

    List<Long> search(List<String> groups, float[] probe, int max) {
      List<Row> sorted =
          rows.values().stream()
              .filter(row -> groups.stream().anyMatch(row.groups::contains))
              .sorted(
                  Comparator.<Row>comparingDouble(row -> -row.similarity(probe))
                      .thenComparingLong(row -> row.key))
              .toList();
      Map<Integer, Long> best = new HashMap<>();
      List<Long> keys = new ArrayList<>();
      for (Row row : sorted) {
        if (best.putIfAbsent(row.owner, row.key) == null && keys.size() < max) {
          keys.add(row.key);
        }
      }
      return keys;
    }
  }
}
