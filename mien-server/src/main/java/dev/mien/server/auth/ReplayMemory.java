package dev.mien.server.auth;

import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Remembers accepted requests for as long as their timestamp would be accepted again. Bounded; when
 * full it refuses rather than forgets. Safe for use by many threads.
 *
 * <p>It lives in memory: a request accepted just before a restart could be repeated just after it,
 * within the permitted clock skew.
 */
final class ReplayMemory {
  private final long windowSeconds;
  private final int capacity;
  private final NavigableMap<Long, Set<String>> keysBySecond = new TreeMap<>();
  private int size;

  /** What became of an attempt to remember. */
  enum Outcome {
    FIRST,
    REPEATED,
    FULL
  }

  /**
   * An empty memory.
   *
   * @param windowSeconds how old an accepted timestamp may be
   * @param capacity the largest number of requests remembered
   */
  ReplayMemory(long windowSeconds, int capacity) {
    this.windowSeconds = windowSeconds;
    this.capacity = capacity;
  }

  /**
   * Remembers a request.
   *
   * @param key what makes the request unique among those of its second
   */
  synchronized Outcome remember(String key, long timestampSeconds, long nowSeconds) {
    NavigableMap<Long, Set<String>> expired =
        keysBySecond.headMap(nowSeconds - windowSeconds, false);
    size -= expired.values().stream().mapToInt(Set::size).sum();
    expired.clear();
    Set<String> keys = keysBySecond.computeIfAbsent(timestampSeconds, _ -> new HashSet<>());
    if (keys.contains(key)) {
      return Outcome.REPEATED;
    }
    if (size >= capacity) {
      return Outcome.FULL;
    }
    keys.add(key);
    size++;
    return Outcome.FIRST;
  }
}
