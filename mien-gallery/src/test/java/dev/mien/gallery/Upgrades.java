package dev.mien.gallery;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what a gallery does in the background. */
final class Upgrades {
  /** So long that only a gallery which does nothing takes longer. */
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);

  private static final long POLL_NANOS = 1_000_000;

  private Upgrades() {}

  /** Returns when no job of the account has work to do; gives all of them. */
  static List<UpgradeJob> awaitAll(Gallery gallery) {
    await(() -> jobs(gallery).stream().noneMatch(job -> job.state().isUnfinished()));
    return jobs(gallery);
  }

  /** Returns when something has come true. */
  static void await(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(WAIT_MAX);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("the gallery does not come to an end");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private static List<UpgradeJob> jobs(Gallery gallery) {
    try {
      return gallery.upgradeJobs(ACCOUNT, 0, 1000).items();
    } catch (GalleryException e) {
      throw new AssertionError(e);
    }
  }
}
