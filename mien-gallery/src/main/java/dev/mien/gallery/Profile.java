package dev.mien.gallery;

import java.util.List;

/**
 * A person and all its groups, as they were at one moment.
 *
 * @param person the person
 * @param memberships at least one; oldest group first
 */
public record Profile(Person person, List<Membership> memberships) {
  /** Copies the list. */
  public Profile {
    memberships = List.copyOf(memberships);
  }
}
