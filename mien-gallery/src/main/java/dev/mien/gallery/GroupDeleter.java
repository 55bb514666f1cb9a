package dev.mien.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Deletes groups. A large one goes in slices, so that other writers need not wait until all of it
 * is gone, behind a mark that keeps everybody else out of it. The mark survives a restart, after
 * which the deletion goes on. Thread-safe.
 */
final class GroupDeleter {
  /** Persons that leave in one transaction: some 20 milliseconds. */
  static final int SLICE = 500;

  private record Place(AccountId account, GroupId group) {}

  private final GalleryContext context;

  /** Groups that a thread is deleting. */
  private final Set<Place> worked = ConcurrentHashMap.newKeySet();

  GroupDeleter(GalleryContext context) {
    this.context = context;
  }

  /** Returns when the group is gone. A deletion that was cut off is taken up again. */
  void delete(AccountId account, GroupId id) throws GalleryException {
    Place place = new Place(account, id);
    if (!worked.add(place)) {
      throw new GalleryException(GalleryError.GROUP_BEING_DELETED, id);
    }
    try {
      boolean gone = !isBeingDeleted(account, id) && begin(account, id);
      if (!gone) {
        takeSlices(account, id, () -> false);
      }
    } finally {
      worked.remove(place);
    }
  }

  /**
   * Goes on with a deletion that was cut off, unless another thread does.
   *
   * @param stopping when it says true, the rest is left
   */
  void resume(AccountId account, GroupId id, BooleanSupplier stopping) throws GalleryException {
    Place place = new Place(account, id);
    if (worked.add(place)) {
      try {
        takeSlices(account, id, stopping);
      } finally {
        worked.remove(place);
      }
    }
  }

  private boolean isBeingDeleted(AccountId account, GroupId id) {
    return context.state(account).ask(index -> index.isBeingDeleted(id));
  }

  /** Deletes a small group at once, and marks a large one; true if it is gone. */
  private boolean begin(AccountId account, GroupId id) throws GalleryException {
    AccountState state = context.state(account);
    return state.whileNobodyWrites(
        () -> {
          context.group(account, id);
          List<Leaver> leavers = context.store.leavers(account, id, SLICE + 1);
          boolean small = leavers.size() <= SLICE;
          if (small) {
            List<Change> changes = departures(id, leavers);
            changes.add(new Change.GroupRemoved(id));
            state.commit(changes);
          } else {
            state.commit(List.of(new Change.GroupDeletionBegun(id)));
          }
          return small;
        });
  }

  private void takeSlices(AccountId account, GroupId id, BooleanSupplier stopping)
      throws GalleryException {
    boolean more = true;
    while (more && !stopping.getAsBoolean()) {
      more = context.state(account).whileNobodyWrites(() -> slice(account, id));
    }
  }

  private boolean slice(AccountId account, GroupId id) {
    AccountState state = context.state(account);
    if (!isBeingDeleted(account, id)) {
      return false; // somebody else has finished
    }
    List<Leaver> leavers = context.store.leavers(account, id, SLICE);
    List<Change> changes = departures(id, leavers);
    boolean more = leavers.size() == SLICE;
    if (!more) {
      changes.add(new Change.GroupRemoved(id));
    }
    state.commit(changes);
    return more;
  }

  private static List<Change> departures(GroupId id, List<Leaver> leavers) {
    List<Change> changes = new ArrayList<>();
    for (Leaver leaver : leavers) {
      changes.add(
          leaver.isElsewhere()
              ? new Change.MembershipRemoved(leaver.id(), id)
              : new Change.PersonRemoved(leaver.id()));
    }
    return changes;
  }
}
