package dev.mien.gallery;

import dev.mien.gallery.score.Score;

/**
 * What a search shall return.
 *
 * @param maxCandidates the most similar persons at most, of each group when answered by group
 * @param threshold candidates that do not reach it are left out
 * @param withDetails whether to look up each candidate's name, gender and groups
 */
public record SearchOptions(long maxCandidates, Score threshold, boolean withDetails) {
  /** Refuses fewer than 1 candidate with {@link IllegalArgumentException}. */
  public SearchOptions {
    if (maxCandidates < 1) {
      throw new IllegalArgumentException("a search returns at least 1 candidate: " + maxCandidates);
    }
  }
}
