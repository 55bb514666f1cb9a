package dev.mien.gallery;

import java.time.Instant;
import java.util.Optional;

/**
 * The work of bringing a group to another model version. It goes with its group.
 *
 * @param id names it within the account
 * @param groupId the group
 * @param from the version that the group had
 * @param to the version that the group shall have
 * @param state how far it is
 * @param startedAt when it was asked for, to the millisecond
 * @param endedAt when {@code state} became final, to the millisecond; absent while there is work
 */
public record UpgradeJob(
    String id,
    GroupId groupId,
    ModelVersion from,
    ModelVersion to,
    State state,
    Instant startedAt,
    Optional<Instant> endedAt) {

  /** How far an upgrade is. */
  public enum State {
    /** The group has its old version still. */
    RUNNING,
    /** The group has its new version. */
    DONE,
    /** The group has its new version still, and is on its way back. */
    REVERTING,
    /** The group has its old version again. */
    REVERTED,
    /** The group has kept its old version. */
    FAILED;

    /** Whether there is work to do. */
    public boolean isUnfinished() {
      return switch (this) {
        case RUNNING, REVERTING -> true;
        case DONE, REVERTED, FAILED -> false;
      };
    }
  }

  UpgradeJob with(State other, Optional<Instant> otherEnd) {
    return new UpgradeJob(id, groupId, from, to, other, startedAt, otherEnd);
  }

  /** The version that the group will have when the work is done. */
  ModelVersion target() {
    return switch (state) {
      case RUNNING, DONE, FAILED -> to;
      case REVERTING, REVERTED -> from;
    };
  }
}
