package dev.mien.gallery;

import java.util.List;

/**
 * That a person is in a group, and what the group's description fields say of it.
 *
 * @param groupId the group
 * @param values one text for each field of the group, in order; empty where nothing was said
 */
public record Membership(GroupId groupId, List<String> values) {
  /** Copies the list. */
  public Membership {
    values = List.copyOf(values);
  }
}
