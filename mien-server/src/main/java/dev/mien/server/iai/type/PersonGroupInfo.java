package dev.mien.server.iai.type;

import dev.mien.gallery.Membership;
import java.util.List;

/**
 * A group that holds a person, and the person's description values there, one for each field of the
 * group.
 */
public record PersonGroupInfo(String groupId, List<String> personExDescriptions) {
  /** The group of a membership. */
  public static PersonGroupInfo of(Membership membership) {
    return new PersonGroupInfo(membership.groupId().value(), membership.values());
  }
}
