package dev.mien.gallery;

import java.util.List;

/**
 * A person as one of its groups sees it.
 *
 * @param person the person
 * @param values one text for each description field of the group, in order; empty where nothing was
 *     said
 */
public record Member(Person person, List<String> values) {
  /** Copies the list. */
  public Member {
    values = List.copyOf(values);
  }
}
