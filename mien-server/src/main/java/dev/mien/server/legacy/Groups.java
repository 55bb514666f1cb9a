package dev.mien.server.legacy;

import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.PersonId;
import java.util.List;

/** The groups of a person, as they are answered. */
final class Groups {
  private Groups() {}

  static List<String> of(Caller caller, PersonId id) throws GalleryException {
    Gallery gallery = caller.services().gallery();
    int all = gallery.limits().pages().memberships(); // at least as many as a person may be in
    return gallery.personMemberships(caller.account(), id, 0, all).items().stream()
        .map(membership -> membership.groupId().value())
        .toList();
  }
}
