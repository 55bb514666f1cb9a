package dev.mien.gallery;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The work of looking for similar persons in groups.
 *
 * @param id names it among all accounts' jobs
 * @param account whose groups these are
 * @param groups the groups, each once
 * @param rule how sure it must be
 * @param state how far it is
 * @param startedAt when it was asked for, to the millisecond
 * @param result what {@link SimilarityJobs.Results} has called the result; there when it is done
 */
public record SimilarityJob(
    String id,
    AccountId account,
    List<GroupId> groups,
    UniquenessRule rule,
    State state,
    Instant startedAt,
    Optional<String> result) {

  /** Copies the list. */
  public SimilarityJob {
    requireNonNull(id, "id is null");
    requireNonNull(account, "account is null");
    groups = List.copyOf(groups);
    requireNonNull(rule, "rule is null");
    requireNonNull(state, "state is null");
    requireNonNull(startedAt, "startedAt is null");
    requireNonNull(result, "result is null");
  }

  /** How far a job is. */
  public enum State {
    /** It waits or is being worked on. */
    RUNNING,
    /** Its result is there. */
    DONE,
    /** It has ended without a result: a group is gone, or has another version. */
    FAILED
  }

  SimilarityJob with(State other, Optional<String> otherResult) {
    return new SimilarityJob(id, account, groups, rule, other, startedAt, otherResult);
  }
}
