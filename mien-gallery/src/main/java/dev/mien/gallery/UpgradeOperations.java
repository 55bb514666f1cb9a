package dev.mien.gallery;

import dev.mien.gallery.UpgradeJob.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How groups change their model version; the methods are those of {@link Gallery}. */
final class UpgradeOperations {
  /** The reference's longest page of jobs. */
  private static final int PAGE_MAX = 1000;

  /** Faces that an error names; the operator sees the number of all. */
  private static final int LOST_FACES_NAMED = 3;

  private static final double ALL_PERCENT = 100;

  private final GalleryContext context;
  private final GroupUpgrader upgrader;
  private final BackgroundWork background;

  UpgradeOperations(GalleryContext context, GroupUpgrader upgrader, BackgroundWork background) {
    this.context = context;
    this.upgrader = upgrader;
    this.background = background;
  }

  UpgradeJob start(AccountId account, GroupId id, ModelVersion to) throws GalleryException {
    String embedderId = context.modelVersions.embedderId(to);
    requireNewer(context.group(account, id), to);
    requireSwitchable(account, id, to, embedderId);
    AccountState state = context.state(account);
    UpgradeJob started =
        state.whileNobodyWrites(
            () -> {
              Group group = context.group(account, id);
              requireNewer(group, to);
              requireIdle(account, id);
              UpgradeJob job =
                  new UpgradeJob(
                      newId(account),
                      id,
                      group.modelVersion(),
                      to,
                      State.RUNNING,
                      context.now(),
                      Optional.empty());
              state.commit(List.of(new Change.UpgradeStarted(job)));
              return job;
            });
    background.wake();
    return started;
  }

  private String newId(AccountId account) {
    return account + "_upgrade_group_" + context.now().getEpochSecond() + "_" + UUID.randomUUID();
  }

  private static void requireNewer(Group group, ModelVersion to) throws GalleryException {
    if (to.compareTo(group.modelVersion()) <= 0) {
      throw new GalleryException(GalleryError.UPGRADE_NOT_NEWER, to.text());
    }
  }

  private void requireIdle(AccountId account, GroupId id) throws GalleryException {
    for (UpgradeJob job : context.store.upgradeJobsOf(account, id)) {
      if (job.state().isUnfinished()) {
        throw new GalleryException(GalleryError.UPGRADE_UNDER_WAY, job.id());
      }
    }
  }

  /**
   * Refuses what can be known to fail. Asked without keeping writers out: {@link GroupUpgrader}
   * looks again.
   */
  private void requireSwitchable(AccountId account, GroupId id, ModelVersion to, String embedderId)
      throws GalleryException {
    context.requireNotShared(account, id);
    context.requireFewEnough(account, id, to);
    Page<FaceId> lost = context.store.facesWithout(account, id, to, embedderId, LOST_FACES_NAMED);
    if (lost.total() > 0) {
      String named = String.join(", ", lost.items().stream().map(FaceId::toString).toList());
      throw new GalleryException(GalleryError.UPGRADE_FACES_LOST, named, lost.total());
    }
  }

  void revert(AccountId account, String jobId) throws GalleryException {
    UpgradeJob asked = job(account, jobId);
    requireRevertible(account, asked);
    try {
      requireSwitchable(
          account, asked.groupId(), asked.from(), context.modelVersions.embedderId(asked.from()));
    } catch (GalleryException changed) {
      throw new GalleryException(GalleryError.REVERT_BLOCKED, changed.value());
    }
    AccountState state = context.state(account);
    state.whileNobodyWrites(
        () -> {
          UpgradeJob job = job(account, jobId);
          requireRevertible(account, job);
          UpgradeJob reverting = job.with(State.REVERTING, Optional.empty());
          state.commit(List.of(new Change.UpgradeChanged(reverting)));
          return reverting;
        });
    background.wake();
  }

  private void requireRevertible(AccountId account, UpgradeJob job) throws GalleryException {
    context.group(account, job.groupId());
    for (UpgradeJob other : context.store.upgradeJobsOf(account, job.groupId())) {
      if (other.state() == State.REVERTED || other.state() == State.REVERTING) {
        throw new GalleryException(GalleryError.REVERT_ONLY_ONCE, job.groupId());
      }
    }
    if (job.state() != State.DONE) {
      throw new GalleryException(GalleryError.REVERT_NOT_DONE, job.state());
    }
    requireIdle(account, job.groupId());
  }

  private UpgradeJob job(AccountId account, String id) throws GalleryException {
    return context
        .store
        .upgradeJob(account, id)
        .orElseThrow(() -> new GalleryException(GalleryError.UPGRADE_JOB_NOT_FOUND, id));
  }

  List<FaceId> obstacles(AccountId account, String id, int max) throws GalleryException {
    UpgradeJob job = job(account, id);
    if (job.state() != State.FAILED) {
      return List.of();
    }
    String embedderId = context.modelVersions.embedderId(job.to());
    return context.store.facesWithout(account, job.groupId(), job.to(), embedderId, max).items();
  }

  Page<UpgradeJob> list(AccountId account, long offset, long limit) throws GalleryException {
    PageRange range = GalleryContext.range(offset, limit, PAGE_MAX);
    return GalleryContext.within(context.store.upgradeJobs(account, range), offset);
  }

  UpgradeProgress progress(AccountId account, String id) throws GalleryException {
    UpgradeJob job = job(account, id);
    if (job.endedAt().isPresent()) {
      return new UpgradeProgress(job, ALL_PERCENT, job.endedAt().get());
    }
    GroupUpgrader.Pace pace = upgrader.pace(account, job);
    Instant end = context.now().plus(remaining(pace));
    return new UpgradeProgress(job, pace.share() * ALL_PERCENT, end);
  }

  private static Duration remaining(GroupUpgrader.Pace pace) {
    return Duration.ofNanos((long) (pace.nanosPerPerson() * (pace.total() - pace.ready())));
  }
}
