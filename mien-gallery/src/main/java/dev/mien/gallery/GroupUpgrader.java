package dev.mien.gallery;

import dev.mien.gallery.UpgradeJob.State;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the work of upgrade jobs: reads the group's kept templates into the index, where they lie
 * beside the rows that are searched, and then changes the version of the group, in the store and
 * the index at once. Nothing of it is kept before the change, so a job that was cut off begins
 * again and comes to the same end. Run by one thread.
 */
final class GroupUpgrader {
  private static final Logger LOG = LoggerFactory.getLogger(GroupUpgrader.class);

  /** Persons that are read while writers of the account wait: some milliseconds. */
  private static final int SLICE = 250;

  /**
   * Assumed before any person was read: measured with SQLite, 50,000 persons of one face each, on
   * two shared cores.
   */
  private static final double NANOS_PER_PERSON = 30_000;

  private static final double NEARLY_ALL = 0.999;

  /**
   * How fast a job is.
   *
   * @param ready persons whose templates are in the index
   * @param total persons of the group
   * @param nanosPerPerson so far
   */
  record Pace(long ready, long total, double nanosPerPerson) {
    /** From 0 to nearly 1: it is all only when the version has changed. */
    double share() {
      return total == 0 ? 0 : Math.min((double) ready / total, NEARLY_ALL);
    }
  }

  private final GalleryContext context;

  /** Of jobs that are being worked on. */
  private final ConcurrentMap<String, Pace> paces = new ConcurrentHashMap<>();

  GroupUpgrader(GalleryContext context) {
    this.context = context;
  }

  /** How far an unfinished job is. */
  Pace pace(AccountId account, UpgradeJob job) {
    Pace pace = paces.get(job.id());
    return pace != null ? pace : new Pace(0, personCount(account, job.groupId()), NANOS_PER_PERSON);
  }

  private long personCount(AccountId account, GroupId id) {
    return context.state(account).ask(index -> index.size(List.of(id))).persons();
  }

  /**
   * Works on a job until it is finished.
   *
   * @param stopping when it says true, the job is left as it is
   */
  void run(AccountId account, UpgradeJob job, BooleanSupplier stopping) throws GalleryException {
    LOG.info("Job {}: group {} changes to version {}", job.id(), job.groupId(), job.target());
    try {
      if (!prepareAndSwitch(account, job, stopping)) {
        return;
      }
      LOG.info("Job {} is done", job.id());
    } catch (GalleryException obstacle) {
      LOG.warn("Job {} ends without effect: {}", job.id(), obstacle.getMessage());
      giveUp(account, job);
    } finally {
      paces.remove(job.id());
    }
  }

  private boolean prepareAndSwitch(AccountId account, UpgradeJob job, BooleanSupplier stopping)
      throws GalleryException {
    AccountState state = context.state(account);
    String embedderId = context.modelVersions.embedderId(job.target());
    long begun = System.nanoTime();
    long read = 0;
    while (true) {
      List<PersonId> waiting = state.ask(index -> index.unprepared(job.groupId()));
      long total = personCount(account, job.groupId());
      for (int from = 0; from + SLICE < waiting.size(); from += SLICE) {
        if (stopping.getAsBoolean()) {
          return false;
        }
        List<PersonId> slice = waiting.subList(from, from + SLICE);
        state.whileNobodyWrites(() -> prepare(account, slice, job.target(), embedderId));
        read += SLICE;
        double nanosPerPerson = (double) (System.nanoTime() - begun) / read;
        paces.put(job.id(), new Pace(Math.min(read, total), total, nanosPerPerson));
      }
      if (state.whileNobodyWrites(() -> trySwitch(account, job, embedderId))) {
        return true;
      }
    }
  }

  private int prepare(
      AccountId account, List<PersonId> persons, ModelVersion version, String embedderId)
      throws GalleryException {
    AccountState state = context.state(account);
    for (PersonId person : persons) {
      List<Face> faces = context.store.faces(account, person, version);
      for (Face face : faces) {
        if (!face.template().embedderId().equals(embedderId)) {
          throw new GalleryException(GalleryError.UPGRADE_FACES_LOST, face.id(), 1);
        }
        context.requireDimensions(account, face.template());
      }
      state.adjust(index -> index.prepare(person, faces));
    }
    return persons.size();
  }

  /** Changes the version if few persons at most have still to be read; called by a writer. */
  private boolean trySwitch(AccountId account, UpgradeJob job, String embedderId)
      throws GalleryException {
    AccountState state = context.state(account);
    List<PersonId> rest = state.ask(index -> index.unprepared(job.groupId()));
    if (rest.size() > SLICE) {
      return false;
    }
    context.group(account, job.groupId());
    context.requireNotShared(account, job.groupId());
    context.requireFewEnough(account, job.groupId(), job.target());
    prepare(account, rest, job.target(), embedderId);
    State done = job.state() == State.REVERTING ? State.REVERTED : State.DONE;
    state.commit(
        List.of(
            new Change.GroupVersionChanged(job.groupId(), job.target()),
            new Change.UpgradeChanged(job.with(done, Optional.of(context.now())))));
    return true;
  }

  /**
   * An upgrade has failed then; after a revert that cannot be, the upgrade is as done as before.
   */
  private void giveUp(AccountId account, UpgradeJob job) throws GalleryException {
    AccountState state = context.state(account);
    State after = job.state() == State.REVERTING ? State.DONE : State.FAILED;
    state.whileNobodyWrites(
        () -> {
          state.adjust(index -> index.forgetPrepared(job.groupId()));
          UpgradeJob ended = job.with(after, Optional.of(context.now()));
          if (context.store.upgradeJob(account, job.id()).isPresent()) { // else gone with the group
            state.commit(List.of(new Change.UpgradeChanged(ended)));
          }
          return ended;
        });
  }
}
