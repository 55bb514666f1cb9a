package dev.mien.gallery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where {@link SimilarityJob}s are kept. What a method has changed survives a crash. Thread-safe.
 */
public interface SimilarityJobStore {
  /** Adds a job with a new id. */
  void add(SimilarityJob job);

  /** Changes state and result of a job. */
  void change(SimilarityJob job);

  /** The account's job of an id. */
  Optional<SimilarityJob> job(AccountId account, String id);

  /** A part of the account's jobs, newest first. */
  Page<SimilarityJob> jobs(AccountId account, PageRange range);

  /** The jobs of all accounts with work to do, oldest first. */
  List<SimilarityJob> unfinished();

  /** Forgets jobs that were started before a time and are finished. */
  void forgetStartedBefore(Instant time);
}
