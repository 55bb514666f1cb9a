package dev.mien.gallery;

import java.util.List;

/**
 * The answer to a search over several groups, by group.
 *
 * @param modelVersion that of the groups
 * @param searched how many faces (or persons, where those were searched) the groups have together,
 *     each counted once
 * @param groups one for each group asked for, in that order
 */
public record GroupedSearchResult(
    ModelVersion modelVersion, long searched, List<GroupCandidates> groups) {
  /** Copies the list. */
  public GroupedSearchResult {
    groups = List.copyOf(groups);
  }

  /**
   * What was found in one group.
   *
   * @param groupId the group
   * @param candidates each person at most once; the most similar first, among equals the longest
   *     known
   */
  public record GroupCandidates(GroupId groupId, List<Candidate> candidates) {
    /** Copies the list. */
    public GroupCandidates {
      candidates = List.copyOf(candidates);
    }
  }
}
