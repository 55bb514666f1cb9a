package dev.mien.gallery;

import java.util.List;

/**
 * The answer to a search over several groups.
 *
 * @param modelVersion that of the groups
 * @param searched how many faces (or persons, where those were searched) the groups have together,
 *     each counted once
 * @param candidates each person at most once; the most similar first, among equals the longest
 *     known
 */
public record SearchResult(ModelVersion modelVersion, long searched, List<Candidate> candidates) {
  /** Copies the list. */
  public SearchResult {
    candidates = List.copyOf(candidates);
  }
}
