package dev.mien.gallery.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the best of many hits: at most one an owner, the most similar first. Sorted arrays, as few
 * are kept and most hits are turned away by one comparison.
 */
final class BestHits {
  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::similarity).reversed();
  private static final Comparator<Hit> SMALLEST_KEY = BEST_FIRST.thenComparingLong(Hit::key);
  private static final Comparator<Hit> SMALLEST_OWNER =
      BEST_FIRST.thenComparingInt(Hit::owner).thenComparingLong(Hit::key);

  private final int max;
  private final Comparator<Hit> bestFirst;
  private final Hit[] hits;
  private int size;

  BestHits(int max, FaceIndex.Ties ties) {
    if (max < 1) {
      throw new IllegalArgumentException("at least one hit is kept: " + max);
    }
    this.max = max;
    this.bestFirst =
        switch (ties) {
          case SMALLEST_KEY -> SMALLEST_KEY;
          case SMALLEST_OWNER -> SMALLEST_OWNER;
        };
    this.hits = new Hit[max];
  }

  /** Whether a hit of this similarity might still be kept. */
  boolean wants(double similarity) {
    return similarity >= floor();
  }

  /** What a hit must reach to be kept: the last one's similarity, once there are enough. */
  double floor() {
    return size < max ? Double.NEGATIVE_INFINITY : hits[size - 1].similarity();
  }

  /** Takes a hit in, if it is among the best. */
  void offer(Hit hit) {
    int known = positionOf(hit.owner());
    if (known >= 0) {
      if (isBetter(hit, hits[known])) {
        insert(hit, known);
      }
    } else if (size < max) {
      insert(hit, size++);
    } else if (isBetter(hit, hits[size - 1])) {
      insert(hit, size - 1);
    }
  }

  /** The best, best first. */
  List<Hit> toList() {
    List<Hit> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(hits[i]);
    }
    return List.copyOf(list);
  }

  /** Moves what is worse one place back, over the place that is free or given up. */
  private void insert(Hit hit, int freePlace) {
    int place = freePlace;
    while (place > 0 && isBetter(hit, hits[place - 1])) {
      hits[place] = hits[place - 1];
      place--;
    }
    hits[place] = hit;
  }

  private int positionOf(int owner) {
    for (int i = 0; i < size; i++) {
      if (hits[i].owner() == owner) {
        return i;
      }
    }
    return -1;
  }

  private boolean isBetter(Hit one, Hit other) {
    return bestFirst.compare(one, other) < 0;
  }
}
