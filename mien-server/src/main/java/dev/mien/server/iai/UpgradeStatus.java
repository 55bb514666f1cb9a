package dev.mien.server.iai;

import dev.mien.gallery.UpgradeJob;

/** The parameter Status of upgrade jobs. */
final class UpgradeStatus {
  private static final long RUNNING = 0;
  private static final long DONE = 1;
  private static final long REVERTED = 2;
  private static final long FAILED = 3;

  private UpgradeStatus() {}

  /** A job that is being reverted counts as done until the group has its old version again. */
  static long of(UpgradeJob.State state) {
    return switch (state) {
      case RUNNING -> RUNNING;
      case DONE, REVERTING -> DONE;
      case REVERTED -> REVERTED;
      case FAILED -> FAILED;
    };
  }
}
