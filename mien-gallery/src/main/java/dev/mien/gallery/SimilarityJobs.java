package dev.mien.gallery;

import dev.mien.gallery.SimilarityJob.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for similar persons in the background, one job after another. Jobs stand in the store: one
 * that was cut off begins again when the program starts. Thread-safe.
 */
public final class SimilarityJobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SimilarityJobs.class);

  /** As long as the reference keeps jobs. */
  private static final Duration RETENTION = Duration.ofDays(365);

  /** Jobs of one account that may wait or run. */
  private static final int UNFINISHED_MAX = 10;

  private static final int PAGE_MAX = 1000;

  /** Persons in one result: so many fit into memory and into a file that can be read. */
  private static final int FOUND_MAX = 1_000_000;

  /** Keeps what jobs have found. */
  @FunctionalInterface
  public interface Results {
    /**
     * Keeps the result of a job.
     *
     * @return what to find it by
     */
    String keep(SimilarityJob job, List<SimilarPerson> found);
  }

  private final SimilarPersons similarPersons;
  private final SimilarityJobStore store;
  private final Results results;
  private final Clock clock;

  /** How much of the jobs that are worked on is done: 0 to 1. */
  private final Map<String, Double> shares = new ConcurrentHashMap<>();

  /** Holds one wish to look beside the look that is being taken: further ones would add nothing. */
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(1),
          Thread.ofPlatform().name("mien-similar-persons").daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  private volatile boolean stopping;

  /** Takes up the jobs that are not finished. */
  public SimilarityJobs(Gallery gallery, SimilarityJobStore store, Results results, Clock clock) {
    this.similarPersons = gallery.similarPersons();
    this.store = store;
    this.results = results;
    this.clock = clock;
    store.forgetStartedBefore(clock.instant().minus(RETENTION));
    thread.execute(this::look);
  }

  /**
   * Begins a job. While one of the same groups is not finished, or the account has too many, it is
   * {@link GalleryError#CONFLICT}; see {@link SimilarPersons#estimate} for what else is refused.
   */
  public SimilarityJob start(AccountId account, List<GroupId> groups, UniquenessRule rule)
      throws GalleryException {
    similarPersons.estimate(account, groups);
    Set<GroupId> distinct = new LinkedHashSet<>(groups);
    Instant now = Instant.ofEpochMilli(clock.millis());
    SimilarityJob job =
        new SimilarityJob(
            account + "_similar_person_" + now.getEpochSecond() + "_" + UUID.randomUUID(),
            account,
            List.copyOf(distinct),
            rule,
            State.RUNNING,
            now,
            Optional.empty());
    addIfAlone(job, distinct);
    thread.execute(this::look);
    return job;
  }

  private synchronized void addIfAlone(SimilarityJob job, Set<GroupId> groups)
      throws GalleryException {
    List<SimilarityJob> others =
        store.unfinished().stream().filter(other -> other.account().equals(job.account())).toList();
    boolean same = others.stream().anyMatch(other -> Set.copyOf(other.groups()).equals(groups));
    if (same || others.size() >= UNFINISHED_MAX) {
      throw new GalleryException(GalleryError.CONFLICT, job.groups().getFirst());
    }
    store.add(job);
  }

  /** The account's job of an id. */
  public Optional<SimilarityJob> job(AccountId account, String id) {
    return store.job(account, id);
  }

  /** A part of the account's jobs, newest first. */
  public Page<SimilarityJob> jobs(AccountId account, long offset, long limit)
      throws GalleryException {
    PageRange range = GalleryContext.range(offset, limit, PAGE_MAX);
    return GalleryContext.within(store.jobs(account, range), offset);
  }

  /** How much of a job is done, from 0 to 1; 1 only when it is finished. */
  public double share(SimilarityJob job) {
    return job.state() == State.RUNNING ? shares.getOrDefault(job.id(), 0.0) : 1;
  }

  private void look() {
    try {
      for (SimilarityJob job : store.unfinished()) {
        if (!stopping) {
          run(job);
        }
      }
    } catch (RuntimeException e) {
      LOG.error("Jobs that look for similar persons are left until the next occasion", e);
    }
  }

  private void run(SimilarityJob job) {
    LOG.info("Job {} looks for similar persons", job.id());
    List<SimilarPerson> found = new ArrayList<>();
    try {
      boolean all = similarPersons.find(job.account(), job.groups(), job.rule(), sink(job, found));
      if (all) {
        store.change(job.with(State.DONE, Optional.of(results.keep(job, found))));
        LOG.info("Job {} is done", job.id());
      } else if (!stopping) {
        throw new GalleryException(GalleryError.SEARCHED_FACES_TOO_MANY, found.size(), FOUND_MAX);
      }
    } catch (GalleryException obstacle) {
      LOG.warn("Job {} ends without result: {}", job.id(), obstacle.getMessage());
      store.change(job.with(State.FAILED, Optional.empty()));
    } finally {
      shares.remove(job.id());
    }
  }

  private SimilarPersons.Sink sink(SimilarityJob job, List<SimilarPerson> found) {
    return new SimilarPersons.Sink() {
      @Override
      public void found(SimilarPerson person) {
        found.add(person);
      }

      @Override
      public boolean progress(long done, long total) {
        // All is done only when the result is kept.
        shares.put(job.id(), (double) done / (total + 1));
        return !stopping && found.size() <= FOUND_MAX;
      }
    };
  }

  /** Leaves the job that is being worked on as it is; the next start takes it up again. */
  @Override
  public void close() {
    stopping = true;
    thread.close();
  }
}
